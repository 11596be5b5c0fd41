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
 * Pending updates of the directory after accounts were deactivated or reactivated. Until the directory has disabled a
 * user, it may issue new tokens; each step here voids them again.
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

    /** Returns at most 50 accounts with a due task. */
    public List<Account> findDue() {
        return accountStore.findDueSyncTasks(clock.instant());
    }

    /** Removes the task after the directory was updated. */
    public void complete(Account told, DirectorySyncTask directorySyncTask) {
        transactionRunner.run(() -> {
            var account = accountStore.require(told.id());
            accountStore.saveSilently(account.completeSyncTask(directorySyncTask));
            voidTokens(account);
        });
    }

    /** Schedules the next attempt. */
    public void reschedule(Account told, DirectorySyncTask directorySyncTask) {
        transactionRunner.run(() -> {
            var account = accountStore.require(told.id());
            accountStore.saveSilently(account.rescheduleSyncTask(directorySyncTask, clock.instant()));
            voidTokens(account);
        });
    }

    private void voidTokens(Account account) {
        if (account.deactivated()) {
            tokenRevoker.revoke(account.id());
        }
    }
}
