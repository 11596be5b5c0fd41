package dev.atelier.identity.session;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.account.DirectoryUnavailable;
import java.util.List;

/** Who is signed in where; the directory holds it. Every method throws {@link DirectoryUnavailable} where it gives no answer. */
public interface SessionDirectory {
    /** The person's sessions; empty for who is unknown. */
    List<DirectorySession> of(UserId person);

    /** Ends one of the person's sessions; nothing happens where it has ended or is not theirs. */
    void end(UserId person, String session);

    /** Ends all sessions that the person has by now. */
    void endAll(UserId person);
}
