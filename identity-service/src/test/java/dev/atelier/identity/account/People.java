package dev.atelier.identity.account;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.Uuids;
import java.time.Instant;

/** People for tests. */
public final class People {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    public static final Preferences ENGLISH = new Preferences("en", "UTC");

    private People() {}

    public static UserId anyone() {
        return new UserId(Uuids.next());
    }

    public static Person lea() {
        return new Person(anyone(), new Particulars("Lea", "Martin", "lea@example.org", true), true, null);
    }

    public static Person unverified(Person person) {
        var known = person.particulars();
        return new Person(
                person.id(),
                new Particulars(known.firstName(), known.lastName(), known.email(), false),
                person.enabled(),
                person.locale());
    }

    public static Account accountOf(Person person) {
        return Account.register(person, ENGLISH).account();
    }
}
