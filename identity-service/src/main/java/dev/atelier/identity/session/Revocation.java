package dev.atelier.identity.session;

import dev.atelier.events.RevocationState;
import dev.atelier.events.id.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Voids a person's tokens that were issued before an instant.
 *
 * @param expires when the last such token has expired by itself; the database then deletes the document
 */
@TypeAlias("session-revocation")
@Document("revocations")
record Revocation(
        @Id UserId holder,
        Instant issuedBefore,

        @Indexed(expireAfter = "0s") Instant expires) {

    /** A later revocation always has a later instant, even where the clocks of two instances differ. */
    static Revocation of(UserId holder, Instant now, @Nullable Revocation earlier, Duration tokenLife) {
        var issuedBefore = now.truncatedTo(ChronoUnit.MILLIS);
        if (earlier != null && !issuedBefore.isAfter(earlier.issuedBefore)) {
            issuedBefore = earlier.issuedBefore.plusMillis(1);
        }
        return new Revocation(holder, issuedBefore, issuedBefore.plus(tokenLife));
    }

    RevocationState state() {
        return new RevocationState(holder.toString(), issuedBefore, expires, false, issuedBefore.toEpochMilli());
    }
}
