package dev.atelier.workspace.invitation;

import java.util.Locale;

/**
 * An e-mail address somebody typed.
 *
 * @param typed without the blanks around it
 */
record Address(String typed) {
    Address {
        typed = typed.strip();
    }

    /** For comparing: without case. */
    String normal() {
        return typed.toLowerCase(Locale.ROOT);
    }
}
