package dev.atelier.identity.deactivation;

import dev.atelier.identity.account.Account;
import dev.atelier.identity.account.AccountStore;
import dev.atelier.identity.account.DirectorySyncTask;
import dev.atelier.identity.session.TokenRevoker;
import dev.atelier.kit.mongo.TransactionRunner;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the directory must still be told about shut and opened accounts. As long as it has not shut an account, it may
 * issue new tokens for it: each step here voids them again.
 */
@Component
public class DirectorySyncQueue {
    private final AccountStore accountStore;
    private final TokenRevoker tokenRevoker;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    DirectorySyncQueue(
            AccountStore accountStore, TokenRevoker tokenRevoker, TransactionRunner transactionRunner, Clock clock) {
        this.accountStore = accountStore;
        this.tokenRevoker = tokenRevoker;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Accounts whose errand is to be run now, 50 at most. */
    public List<Account> due() {
        return accountStore.errandsDue(clock.instant());
    }

    /** The directory has been told what the account was like when it was read. */
    public void done(Account told, DirectorySyncTask directorySyncTask) {
        transactionRunner.run(() -> {
            var account = accountStore.get(told.id());
            accountStore.note(account.errandDone(directorySyncTask));
            voidTokens(account);
        });
    }

    /** The directory gave no answer. */
    public void failed(Account told, DirectorySyncTask directorySyncTask) {
        transactionRunner.run(() -> {
            var account = accountStore.get(told.id());
            accountStore.note(account.errandFailed(directorySyncTask, clock.instant()));
            voidTokens(account);
        });
    }

    private void voidTokens(Account account) {
        if (account.deactivated()) {
            tokenRevoker.revoke(account.id());
        }
    }
}
