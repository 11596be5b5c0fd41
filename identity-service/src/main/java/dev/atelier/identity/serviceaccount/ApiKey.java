package dev.atelier.identity.serviceaccount;

import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.responsibility.Credential;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stored key.
 *
 * @param hash of its secret, by which it is found
 * @param lastFour characters of its secret, by which people recognize it
 * @param session id under which its tokens are issued; replaced when issued tokens must become void
 * @param expires when it stops being valid
 * @param responsible the member who is responsible for it: who created it, or took its account over since
 * @param lastUsed within a minute; null where it was never used
 */
@Credential
record ApiKey(
        ApiKeyId id,
        @NotPersonal("a hash of a random secret") String hash,
        @NotPersonal("the end of a random secret") String lastFour,
        UUID session,
        UserId createdBy,
        UserId responsible,
        Instant createdAt,
        Instant expires,
        @Nullable Instant lastUsed) {
    /** Documents from before {@code responsible} existed fall back to the creator. */
    ApiKey {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
    }

    static ApiKey of(ApiKeySecret secret, UserId by, Instant now, Instant expires) {
        return new ApiKey(
                ApiKeyId.next(), secret.hash(), secret.lastFour(), UUID.randomUUID(), by, by, now, expires, null);
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expires);
    }

    ApiKey expiringBy(Instant end) {
        return end.isBefore(expires)
                ? new ApiKey(id, hash, lastFour, UUID.randomUUID(), createdBy, responsible, createdAt, end, lastUsed)
                : this;
    }

    ApiKey of(UserId to) {
        return new ApiKey(id, hash, lastFour, session, createdBy, to, createdAt, expires, lastUsed);
    }

    ApiKey withAnotherSession() {
        return new ApiKey(id, hash, lastFour, UUID.randomUUID(), createdBy, responsible, createdAt, expires, lastUsed);
    }
}
