package dev.atelier.identity.session;

import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.work.RetryBackoff;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's request to end a session, or all of them. Its tokens are void at once; the request to the directory is
 * retried until it succeeds.
 *
 * @param id the session's, or the person's where all end
 * @param issuedBefore tokens of the session issued before this are void
 * @param heard whether the directory has acknowledged once
 * @param attempts failed requests to the directory
 * @param due time of the next request to the directory; null after its last acknowledgement
 * @param expires when the database deletes it; until then, ending the session again gets the same answer
 */
@TypeAlias("session-end-request")
@Document("sessionEndings")
record SessionTermination(
        @Id @NotPersonal("an id") String id,
        @Indexed UserId userId,
        boolean all,
        Instant issuedBefore,
        boolean heard,
        int attempts,
        @Nullable @Indexed(sparse = true) Instant due,
        @Nullable @Indexed(expireAfter = "0s") Instant expires,
        @Version @Nullable Long lock) {
    private static final Duration KEPT = Duration.ofDays(1);

    /** Delay after a failed attempt: 1 s, doubled each time, at most 30 s. */
    private static final RetryBackoff BACKOFF = new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /** A concurrent read of the session in Keycloak may restore it to memory; after this time that read is over. */
    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofSeconds(2);

    static SessionTermination ofOne(UserId person, String session, Instant now) {
        return new SessionTermination(session, person, false, millis(now), false, 0, now, null, null);
    }

    static SessionTermination ofAll(UserId person, Instant now) {
        return new SessionTermination(person.toString(), person, true, millis(now), false, 0, now, null, null);
    }

    /** Starts again: there are new sessions, or the browser began one under the same id. */
    SessionTermination restart(Instant now) {
        return new SessionTermination(id, userId, all, later(now), false, 0, now, null, lock);
    }

    /** Whether the directory must still end it. */
    boolean open() {
        return due != null;
    }

    /** Whether the session is over although the directory still has it. */
    boolean covers(DirectorySession directorySession) {
        return open() && (all ? directorySession.started().isBefore(issuedBefore) : id.equals(directorySession.id()));
    }

    /**
     * Records an acknowledgement of the directory, which may have issued tokens until now: they are void too. A single
     * session is ended twice; for all sessions once suffices, as the directory then also refuses older refresh tokens.
     */
    SessionTermination acknowledge(Instant now) {
        return all || heard
                ? new SessionTermination(id, userId, all, later(now), true, attempts, null, now.plus(KEPT), lock)
                : new SessionTermination(
                        id, userId, false, later(now), true, 0, now.plus(UNTIL_TOLD_AGAIN), null, lock);
    }

    SessionTermination failed(Instant now) {
        int failures = attempts + 1;
        var next = now.plus(BACKOFF.pauseAfter(failures));
        return new SessionTermination(id, userId, all, later(now), heard, failures, next, null, lock);
    }

    /** The revocation of the session's own tokens. */
    RevocationState revocation(Duration tokenLife) {
        return new RevocationState(id, issuedBefore, issuedBefore.plus(tokenLife), false, issuedBefore.toEpochMilli());
    }

    /** Always later than before, even where the clocks of two instances differ. */
    private Instant later(Instant now) {
        var instant = millis(now);
        return instant.isAfter(issuedBefore) ? instant : issuedBefore.plusMillis(1);
    }

    private static Instant millis(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
