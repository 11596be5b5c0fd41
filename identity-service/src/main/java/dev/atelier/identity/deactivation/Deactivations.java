package dev.atelier.identity.deactivation;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.session.Revocations;
import dev.atelier.kit.mongo.Transactions;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shuts accounts and opens them again. What is ours happens in one transaction: the person's tokens are void at once.
 * The directory is told by an {@link Errands errand} that is stored with it and repeated until done.
 */
@Component
class Deactivations {
    private static final Logger log = LoggerFactory.getLogger(Deactivations.class);

    private final Register register;
    private final Revocations revocations;
    private final Transactions transactions;
    private final Clock clock;

    Deactivations(Register register, Revocations revocations, Transactions transactions, Clock clock) {
        this.register = register;
        this.revocations = revocations;
        this.transactions = transactions;
        this.clock = clock;
    }

    Account deactivate(UserId id, UserId by) {
        if (id.equals(by)) {
            throw new CannotDeactivateYourself();
        }
        return transactions.call(() -> {
            var account = register.get(id);
            if (account.deactivated()) {
                return account;
            }
            revocations.revoke(id);
            log.info("Operator {} deactivates account {}.", by, id);
            return register.keep(account.deactivate(by, clock.instant()));
        });
    }

    Account reactivate(UserId id, UserId by) {
        return transactions.call(() -> {
            var account = register.get(id);
            if (account.suspect()) {
                throw new RecoveryNeeded();
            }
            if (account.deactivated()) {
                log.info("Operator {} reactivates account {}.", by, id);
            }
            return register.keep(account.reactivate(by, clock.instant()));
        });
    }
}
