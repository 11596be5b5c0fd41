package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps our copy of people like the directory's original, whoever noticed the difference. */
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

    /** Whether our copy says what the directory says. */
    public static boolean agree(@Nullable Account account, DirectoryUser directoryUser) {
        return account != null
                && account.particulars().equals(directoryUser.particulars())
                && !account.wronglyOpen(directoryUser);
    }

    /**
     * The person's account, made here where this is the first that we hear of them. May ask the directory, so it is called
     * before any transaction.
     *
     * @throws NotFound where neither the directory nor we know such a person
     * @throws DirectoryUnavailable where it must be asked and gives no answer
     */
    public Account demand(UserId id) {
        return accountStore.find(id).or(() -> refresh(id)).orElseThrow(NotFound::new);
    }

    /**
     * Asks the directory and takes over what it says. An answer that was overtaken by another change of the account
     * while it travelled is thrown away and asked again, so that nothing old replaces something new.
     *
     * @return the account; empty where neither the directory nor we know such a person
     * @throws DirectoryUnavailable where the directory gives no answer
     */
    public Optional<Account> refresh(UserId id) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var before = accountStore.find(id);
            var person = directory.find(id);
            if (person.isEmpty()) {
                return before;
            }
            var after = transactionRunner.<Optional<Account>>call(() -> take(person.get(), before.orElse(null)));
            if (after.isPresent()) {
                return after;
            }
        }
        throw new IllegalStateException("account " + id + " changed " + ATTEMPTS + " times while it was read");
    }

    private Optional<Account> take(DirectoryUser directoryUser, @Nullable Account seen) {
        var current = accountStore.find(directoryUser.id()).orElse(null);
        if (current == null) {
            return Optional.of(
                    accountStore.keep(Account.register(directoryUser, settings.preferencesOf(directoryUser))));
        }
        if (seen == null || seen.revision() != current.revision()) {
            return Optional.empty();
        }
        if (current.wronglyOpen(directoryUser)) {
            accountStore.note(current.remind(clock.instant()));
            return Optional.empty();
        }
        return Optional.of(accountStore.keep(current.observe(directoryUser.particulars())));
    }
}
