package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps our copy of people like the directory's original, whoever noticed the difference. */
@Component
public class Provisioning {
    private static final int ATTEMPTS = 10;

    private final Register register;
    private final Directory directory;
    private final Transactions transactions;
    private final AccountSettings settings;
    private final Clock clock;

    Provisioning(
            Register register, Directory directory, Transactions transactions, AccountSettings settings, Clock clock) {
        this.register = register;
        this.directory = directory;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether our copy says what the directory says. */
    public static boolean agree(@Nullable Account account, Person person) {
        return account != null && account.particulars().equals(person.particulars()) && !account.wronglyOpen(person);
    }

    /**
     * The person's account, made here where this is the first that we hear of them. May ask the directory, so it is called
     * before any transaction.
     *
     * @throws NotFound where neither the directory nor we know such a person
     * @throws DirectoryUnavailable where it must be asked and gives no answer
     */
    public Account demand(UserId id) {
        return register.find(id).or(() -> refresh(id)).orElseThrow(NotFound::new);
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
            var before = register.find(id);
            var person = directory.find(id);
            if (person.isEmpty()) {
                return before;
            }
            var after = transactions.<Optional<Account>>call(() -> take(person.get(), before.orElse(null)));
            if (after.isPresent()) {
                return after;
            }
        }
        throw new IllegalStateException("account " + id + " changed " + ATTEMPTS + " times while it was read");
    }

    private Optional<Account> take(Person person, @Nullable Account seen) {
        var current = register.find(person.id()).orElse(null);
        if (current == null) {
            return Optional.of(register.keep(Account.register(person, settings.preferencesOf(person))));
        }
        if (seen == null || seen.revision() != current.revision()) {
            return Optional.empty();
        }
        if (current.wronglyOpen(person)) {
            register.note(current.remind(clock.instant()));
            return Optional.empty();
        }
        return Optional.of(register.keep(current.observe(person.particulars())));
    }
}
