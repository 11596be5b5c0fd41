package dev.atelier.identity.session;

import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
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
 * A person ended a session of theirs, or all of them. Tokens are void from that moment; the directory is told until it has heard.
 *
 * @param id the session's, or the person's where all are to end
 * @param issuedBefore the session's tokens from before are void
 * @param heard whether the directory has heard once
 * @param attempts to tell the directory that failed
 * @param due when the directory is told next; null when it has heard
 * @param expires when the database drops what is done: until then ending the session again is answered alike
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

    /** Between failed attempts: 1 s, doubled each time, up to 30 s. */
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** Whoever is reading a session while it ends brings it back into Keycloak's memory: by then they have read it. */
    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofSeconds(2);

    static SessionTermination ofOne(UserId person, String session, Instant now) {
        return new SessionTermination(session, person, false, millis(now), false, 0, now, null, null);
    }

    static SessionTermination ofAll(UserId person, Instant now) {
        return new SessionTermination(person.toString(), person, true, millis(now), false, 0, now, null, null);
    }

    /** Once more from the beginning: there are new sessions, or the browser began one under the same id. */
    SessionTermination again(Instant now) {
        return new SessionTermination(id, userId, all, later(now), false, 0, now, null, lock);
    }

    /** Whether the directory is to be told yet. */
    boolean open() {
        return due != null;
    }

    /** Whether the session is over although the directory still has it. */
    boolean covers(DirectorySession directorySession) {
        return open() && (all ? directorySession.started().isBefore(issuedBefore) : id.equals(directorySession.id()));
    }

    /**
     * The directory has heard. It may have issued tokens up to now: they are void too. Of one session it hears twice; of
     * all it need not, as it also takes no refresh token from before.
     */
    SessionTermination told(Instant now) {
        return all || heard
                ? new SessionTermination(id, userId, all, later(now), true, attempts, null, now.plus(KEPT), lock)
                : new SessionTermination(
                        id, userId, false, later(now), true, 0, now.plus(UNTIL_TOLD_AGAIN), null, lock);
    }

    SessionTermination failed(Instant now) {
        var doubled = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, 5));
        var delay = doubled.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : doubled;
        return new SessionTermination(id, userId, all, later(now), heard, attempts + 1, now.plus(delay), null, lock);
    }

    /** For the session's own tokens. */
    RevocationState revocation(Duration tokenLife) {
        return new RevocationState(id, issuedBefore, issuedBefore.plus(tokenLife), false, issuedBefore.toEpochMilli());
    }

    /** Always later than before, also where the clocks of two instances differ. */
    private Instant later(Instant now) {
        var instant = millis(now);
        return instant.isAfter(issuedBefore) ? instant : issuedBefore.plusMillis(1);
    }

    private static Instant millis(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }
}
