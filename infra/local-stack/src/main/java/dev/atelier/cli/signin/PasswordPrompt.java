package dev.atelier.cli.signin;

import dev.atelier.backing.BackingServiceFailed;

/** Reads a password from {@code ATELIER_PASSWORD}, or asks for it at the terminal if that is not set. */
final class PasswordPrompt {
    private PasswordPrompt() {}

    static String ask(String email) {
        var given = System.getenv("ATELIER_PASSWORD");
        if (given != null && !given.isEmpty()) {
            return given;
        }
        return TerminalPrompt.secret("Password of %s: ".formatted(email))
                .filter(typed -> !typed.isEmpty())
                .orElseThrow(() -> new BackingServiceFailed(
                        "there is no password: type one at a terminal, or set ATELIER_PASSWORD"));
    }
}
