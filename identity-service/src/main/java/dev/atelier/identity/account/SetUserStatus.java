package dev.atelier.identity.account;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.ExpectedVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sets the status of people. */
@Component
class SetUserStatus {
    private static final Logger log = LoggerFactory.getLogger(SetUserStatus.class);

    private final AccountStore accountStore;
    private final TransactionRunner transactionRunner;

    SetUserStatus(AccountStore accountStore, TransactionRunner transactionRunner) {
        this.accountStore = accountStore;
        this.transactionRunner = transactionRunner;
    }

    Account of(UserId id) {
        return accountStore.require(id);
    }

    /**
     * Sets the status; no change where it is the same.
     *
     * @throws dev.atelier.kit.problem.StaleVersion where the account was changed in the meantime
     */
    Account set(UserId id, ExpectedVersion expected, UserStatus status, UserId by) {
        return transactionRunner.call(() -> {
            var account = accountStore.require(id);
            expected.check(account.revision());
            var change = account.changeStatus(status, by);
            log.info("Operator {} set the status of account {} to {}.", by, id, status);
            return accountStore.save(change);
        });
    }
}
