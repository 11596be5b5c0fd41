package dev.atelier.stack.command;

import dev.atelier.backing.BackingServiceFailed;
import java.util.Objects;

/** Asks for a password where somebody sits, and reads {@code ATELIER_PASSWORD} where nobody does. */
final class Passwords {
    private Passwords() {}

    static String ask(String email) {
        var given = System.getenv("ATELIER_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        var typed = Objects.requireNonNull(System.console()).readPassword("Password of %s: ", email);
        if (typed == null || typed.length == 0) {
            throw new BackingServiceFailed("there is no password: type one, or set ATELIER_PASSWORD");
        }
        return new String(typed);
    }
}
