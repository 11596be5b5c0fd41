package dev.atelier.identity.deactivation;

import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.Errand;
import dev.atelier.identity.account.Register;
import dev.atelier.identity.session.Revocations;
import dev.atelier.kit.mongo.Transactions;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the directory must still be told about shut and opened accounts. As long as it has not shut an account, it may
 * issue new tokens for it: each step here voids them again.
 */
@Component
public class Errands {
    private final Register register;
    private final Revocations revocations;
    private final Transactions transactions;
    private final Clock clock;

    Errands(Register register, Revocations revocations, Transactions transactions, Clock clock) {
        this.register = register;
        this.revocations = revocations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Accounts whose errand is to be run now, 50 at most. */
    public List<Account> due() {
        return register.errandsDue(clock.instant());
    }

    /** The directory has been told what the account was like when it was read. */
    public void done(Account told, Errand errand) {
        transactions.run(() -> {
            var account = register.get(told.id());
            register.note(account.errandDone(errand));
            voidTokens(account);
        });
    }

    /** The directory gave no answer. */
    public void failed(Account told, Errand errand) {
        transactions.run(() -> {
            var account = register.get(told.id());
            register.note(account.errandFailed(errand, clock.instant()));
            voidTokens(account);
        });
    }

    private void voidTokens(Account account) {
        if (account.deactivated()) {
            revocations.revoke(account.id());
        }
    }
}
