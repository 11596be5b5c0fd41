package dev.atelier.workspace.invitation;

import dev.atelier.events.id.InvitationId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.email.EmailAddress;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The manager's invitation of one address.
 *
 * @param email the address as typed; the inviter sees nothing else of the person until they accept
 * @param nonce part of the link in the last mail; a new mail makes earlier links invalid
 * @param resentAt when it was mailed again, latest last
 * @param acceptedBy who accepted it; null until then
 */
@Document("invitations")
@TypeAlias("invitation")
@CompoundIndex(name = "of-workspace", def = "{workspaceId: 1, state: 1, _id: 1}")
@CompoundIndex(name = "of-an-hour", def = "{workspaceId: 1, createdAt: 1}")
@CompoundIndex(name = "of-a-persons-hour", def = "{invitedBy: 1, createdAt: 1}")
@CompoundIndex(
        name = "one-open-per-address",
        def = "{workspaceId: 1, address: 1}",
        unique = true,
        partialFilter = "{state: 'OPEN'}")
record Invitation(
        @Id InvitationId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,

        @PersonalData(
                category = Category.CONTACT,
                purpose = "sends the invitation, and shows the inviter whom they invited",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "until the workspace ends")
        String email,

        @PersonalData(
                category = Category.CONTACT,
                purpose = "tells whether an address is invited already",
                basis = Basis.LEGITIMATE_INTEREST,
                retention = "until the workspace ends")
        String address,

        InvitationState state,
        UUID nonce,
        UserId invitedBy,
        Instant createdAt,
        Instant expires,
        List<Instant> resentAt,
        @Nullable UserId acceptedBy)
        implements WorkspaceOwned {
    Invitation {
        // Documents that are older than this field do not have it.
        resentAt = resentAt == null ? List.of() : List.copyOf(resentAt);
    }

    static Invitation of(EmailAddress email, WorkspaceId workspace, UserId by, Instant now, Instant expires) {
        return new Invitation(
                InvitationId.next(),
                null,
                workspace,
                email.text(),
                email.normalized(),
                InvitationState.OPEN,
                UUID.randomUUID(),
                by,
                now,
                expires,
                List.of(),
                null);
    }

    /**
     * Renews the invitation for another mail, with a new link and a new expiry.
     *
     * @throws InvitationResentJustNow if the last mail is more recent than the pause in the settings
     * @throws InvitationResentTooOften if it was mailed again as often as the settings allow
     */
    Invitation resend(Instant now, InvitationSettings settings) {
        requireOpen();
        if (resentAt.size() >= settings.resends()) {
            throw new InvitationResentTooOften(settings.resends());
        }
        if (!resentAt.isEmpty()) {
            var next = resentAt.getLast().plus(settings.resendPause());
            if (now.isBefore(next)) {
                throw new InvitationResentJustNow(Duration.between(now, next));
            }
        }
        var resent = Stream.concat(resentAt.stream(), Stream.of(now)).toList();
        return with(InvitationState.OPEN, UUID.randomUUID(), now.plus(settings.validity()), resent, null);
    }

    Invitation revoke() {
        requireOpen();
        return with(InvitationState.REVOKED, nonce, expires, resentAt, null);
    }

    /** Accepts the invitation. The nonce must be that of the last mail. */
    Invitation accept(UserId by, UUID linkNonce, Instant now) {
        requireUsable(now);
        if (!linkNonce.equals(nonce)) {
            throw new InvitationNoLongerOpen();
        }
        return with(InvitationState.ACCEPTED, nonce, expires, resentAt, by);
    }

    /**
     * Checks that the invitation can still be accepted.
     *
     * @throws InvitationNoLongerOpen if it was revoked or accepted, or has expired
     */
    void requireUsable(Instant now) {
        requireOpen();
        if (isExpired(now)) {
            throw new InvitationNoLongerOpen();
        }
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    boolean acceptedBy(UserId user) {
        return state == InvitationState.ACCEPTED && user.equals(acceptedBy);
    }

    private void requireOpen() {
        if (state != InvitationState.OPEN) {
            throw new InvitationNoLongerOpen();
        }
    }

    private Invitation with(
            InvitationState to, UUID newNonce, Instant until, List<Instant> resent, @Nullable UserId by) {
        return new Invitation(
                id, lock, workspaceId, email, address, to, newNonce, invitedBy, createdAt, until, resent, by);
    }

    /** The state of an invitation. */
    enum InvitationState {
        OPEN,
        ACCEPTED,
        REVOKED
    }
}
