package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import java.time.Instant;

/** Test people. */
public final class AccountFixtures {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final UserPreferences ENGLISH = new UserPreferences("en", "UTC");

    private AccountFixtures() {}

    public static UserId anyone() {
        return new UserId(UuidV7.next());
    }

    public static DirectoryUser lea() {
        return new DirectoryUser(anyone(), new PersonalDetails("Lea", "Martin", "lea@example.org", true), true, null);
    }

    public static DirectoryUser unverified(DirectoryUser directoryUser) {
        var known = directoryUser.particulars();
        return new DirectoryUser(
                directoryUser.id(),
                new PersonalDetails(known.firstName(), known.lastName(), known.email(), false),
                directoryUser.enabled(),
                directoryUser.locale());
    }

    public static Account accountOf(DirectoryUser directoryUser) {
        return Account.register(directoryUser, ENGLISH).account();
    }
}
