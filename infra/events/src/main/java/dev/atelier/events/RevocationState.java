package dev.atelier.events;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Revokes all tokens of a holder that were issued before an instant.
 *
 * @param holder a user id, or the id of one session (the token's {@code sid})
 * @param issuedBefore tokens with an earlier {@code iat} are refused
 * @param expires when the last such token has expired and this record can be deleted
 * @param version milliseconds of {@code issuedBefore}: a later revocation wins
 */
@CloudEventType("identity.revocation")
@Topic(value = "identity.revocations", source = "/identity-service")
public record RevocationState(
        @NotPersonal("an id") String holder, Instant issuedBefore, Instant expires, boolean ended, long version)
        implements EntityState {
    @Override
    public String subject() {
        return "revocations/" + holder;
    }

    @Override
    public String key() {
        return holder;
    }

    @Override
    public @Nullable WorkspaceId workspaceId() {
        return null;
    }
}
