package dev.atelier.backing.signin;

import java.util.List;

/** Reads the mails of an address. */
@FunctionalInterface
public interface MailboxReader {

    /** Returns the texts of all mails to the address so far, oldest first. */
    List<String> textsTo(String email);
}
