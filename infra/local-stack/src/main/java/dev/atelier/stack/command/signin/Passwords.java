package dev.atelier.stack.command.signin;

import dev.atelier.backing.BackingServiceFailed;

/** Asks for a password where somebody sits, and reads {@code ATELIER_PASSWORD} where nobody does. */
final class Passwords {
    private Passwords() {}

    static String ask(String email) {
        var given = System.getenv("ATELIER_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        return Terminal.secret("Password of %s: ".formatted(email))
                .filter(typed -> !typed.isEmpty())
                .orElseThrow(() -> new BackingServiceFailed(
                        "there is no password: type one at a terminal, or set ATELIER_PASSWORD"));
    }
}
