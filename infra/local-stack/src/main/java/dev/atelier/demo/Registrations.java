package dev.atelier.demo;

import dev.atelier.client.Registered;
import dev.atelier.load.Muster;

/** People come in through Keycloak's own pages. */
final class Registrations {
    private final Narrator narrator;
    private final Muster muster;

    Registrations(Narrator narrator, Muster muster) {
        this.narrator = narrator;
        this.muster = muster;
    }

    Registered register(String firstName, String lastName) {
        return narrator.step(firstName + " registers, verifies the e-mail address and signs in", () -> {
            var registered = muster.register(firstName, lastName);
            var me = registered.person().get("/api/me").expect(200);
            narrator.tell("%s <%s>, activated: %s".formatted(firstName, registered.email(), me.text("activated")));
            return registered;
        });
    }
}
