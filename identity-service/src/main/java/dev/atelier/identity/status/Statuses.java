package dev.atelier.identity.status;

import dev.atelier.events.UserStatus;
import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Register;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Gives people their status. */
@Component
class Statuses {
    private static final Logger log = LoggerFactory.getLogger(Statuses.class);

    private final Register register;
    private final Transactions transactions;

    Statuses(Register register, Transactions transactions) {
        this.register = register;
        this.transactions = transactions;
    }

    Account of(UserId id) {
        return register.get(id);
    }

    /**
     * Sets it; the same again changes nothing.
     *
     * @throws dev.atelier.kit.web.Stale where the account was changed in the meantime
     */
    Account set(UserId id, ExpectedVersion expected, UserStatus status, UserId by) {
        return transactions.call(() -> {
            var account = register.get(id);
            expected.check(account.revision());
            var change = account.rank(status, by);
            log.info("Operator {} sets the status of account {} to {}.", by, id, status);
            return register.keep(change);
        });
    }
}
