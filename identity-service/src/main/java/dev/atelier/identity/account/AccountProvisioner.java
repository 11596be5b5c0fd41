package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps accounts in step with the directory. */
@Component
public class AccountProvisioner {
    private static final int ATTEMPTS = 10;

    private final AccountStore accountStore;
    private final UserDirectory directory;
    private final TransactionRunner transactionRunner;
    private final AccountSettings settings;
    private final Clock clock;

    AccountProvisioner(
            AccountStore accountStore,
            UserDirectory directory,
            TransactionRunner transactionRunner,
            AccountSettings settings,
            Clock clock) {
        this.accountStore = accountStore;
        this.directory = directory;
        this.transactionRunner = transactionRunner;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the account matches the directory. */
    public static boolean isInSync(@Nullable Account account, DirectoryUser directoryUser) {
        return account != null
                && account.particulars().equals(directoryUser.particulars())
                && !account.isWronglyEnabledIn(directoryUser);
    }

    /**
     * Returns the person's account and creates it on first contact. May call the directory, so call it outside
     * transactions.
     *
     * @throws NotFound where neither the directory nor this service knows the person
     * @throws DirectoryUnavailable where the directory must be read and does not answer
     */
    public Account getOrProvision(UserId id) {
        return accountStore.find(id).or(() -> synchronize(id)).orElseThrow(NotFound::new);
    }

    /**
     * Reads the directory and takes over its data. Where the account changed during the read, the result is discarded
     * and read again, so that stale data never replaces newer data.
     *
     * @return the account; empty where neither the directory nor this service knows the person
     * @throws DirectoryUnavailable where the directory does not answer
     */
    public Optional<Account> synchronize(UserId id) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = accountStore.find(id);
            var person = directory.find(id);
            if (person.isEmpty()) {
                return before;
            }
            var after = transactionRunner.<Optional<Account>>call(
                    () -> applyDirectoryUser(person.get(), before.orElse(null)));
            if (after.isPresent()) {
                return after;
            }
        }
        throw new IllegalStateException("account " + id + " changed " + ATTEMPTS + " times while it was read");
    }

    private Optional<Account> applyDirectoryUser(DirectoryUser directoryUser, @Nullable Account seen) {
        var current = accountStore.find(directoryUser.id()).orElse(null);
        if (current == null) {
            return Optional.of(
                    accountStore.save(Account.register(directoryUser, settings.preferencesOf(directoryUser))));
        }
        if (seen == null || seen.revision() != current.revision()) {
            return Optional.empty();
        }
        if (current.isWronglyEnabledIn(directoryUser)) {
            accountStore.saveSilently(current.repeatSyncTask(clock.instant()));
            return Optional.empty();
        }
        return Optional.of(accountStore.save(current.applyDirectoryState(directoryUser.particulars())));
    }
}
