package dev.atelier.demo;

import java.time.Clock;
import java.util.Locale;

/** People come in through Keycloak's own pages. */
final class Registrations {
    private final Narrator narrator;
    private final Reception reception;
    private final Clock clock;

    Registrations(Narrator narrator, Reception reception, Clock clock) {
        this.narrator = narrator;
        this.reception = reception;
        this.clock = clock;
    }

    Registered register(String firstName, String lastName) {
        return narrator.step(firstName + " registers, verifies the e-mail address and signs in", () -> {
            var email = "%s.%s@bakery.example"
                    .formatted(firstName.toLowerCase(Locale.ROOT), Long.toString(clock.millis(), 36));
            var person = reception.register(firstName, lastName, email);
            var me = person.get("/api/me").expect(200);
            narrator.tell("%s <%s>, activated: %s".formatted(firstName, email, me.text("activated")));
            return new Registered(person, email, me.text("id"));
        });
    }
}
