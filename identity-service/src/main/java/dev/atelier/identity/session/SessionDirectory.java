package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import java.util.List;

/**
 * Reads and ends sessions in the directory. Every method throws {@link DirectoryUnavailable} where it does not answer.
 */
public interface SessionDirectory {
    /** Returns the person's sessions; empty for unknown people. */
    List<DirectorySession> of(UserId person);

    /** Ends one of the person's sessions; does nothing where it has ended or is not theirs. */
    void terminate(UserId person, String session);

    /** Ends all present sessions of the person. */
    void terminateAll(UserId person);
}
