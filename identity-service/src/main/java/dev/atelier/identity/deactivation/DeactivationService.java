package dev.atelier.identity.deactivation;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.session.TokenRevoker;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deactivates and reactivates accounts. One transaction changes the account and voids the person's tokens. It also
 * stores a task for the {@link DirectorySyncQueue}, which is retried until the directory has followed.
 */
@Component
class DeactivationService {
    private static final Logger log = LoggerFactory.getLogger(DeactivationService.class);

    private final AccountStore accountStore;
    private final TokenRevoker tokenRevoker;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    DeactivationService(
            AccountStore accountStore, TokenRevoker tokenRevoker, TransactionRunner transactionRunner, Clock clock) {
        this.accountStore = accountStore;
        this.tokenRevoker = tokenRevoker;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    Account deactivate(UserId id, UserId by) {
        if (id.equals(by)) {
            throw new CannotDeactivateYourself();
        }
        return transactionRunner.call(() -> {
            var account = accountStore.require(id);
            if (account.deactivated()) {
                return account;
            }
            tokenRevoker.revoke(id);
            log.info("Operator {} deactivates account {}.", by, id);
            return accountStore.save(account.deactivate(by, clock.instant()));
        });
    }

    Account reactivate(UserId id, UserId by) {
        return transactionRunner.call(() -> {
            var account = accountStore.require(id);
            if (account.needsRecovery()) {
                throw new RecoveryNeeded();
            }
            if (account.deactivated()) {
                log.info("Operator {} reactivates account {}.", by, id);
            }
            return accountStore.save(account.reactivate(by, clock.instant()));
        });
    }
}
