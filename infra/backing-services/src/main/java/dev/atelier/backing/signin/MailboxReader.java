package dev.atelier.backing.signin;

import java.util.List;

/** Where a person's mail is read. */
@FunctionalInterface
public interface MailboxReader {

    /** The texts of all mails to that address so far, oldest first. */
    List<String> to(String email);
}
