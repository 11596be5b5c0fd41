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
 * @param email the address that is written to: all the inviter sees until it is accepted
 * @param nonce part of the link of the last mail; a new mail voids the links of earlier ones
 * @param resentAt when it was mailed again, latest last
 * @param acceptedBy who came; null until then
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
        // Documents from before resendings were counted have none.
        resentAt = resentAt == null ? List.of() : List.copyOf(resentAt);
    }

    static Invitation of(EmailAddress email, WorkspaceId workspace, UserId by, Instant now, Instant expires) {
        return new Invitation(
                InvitationId.next(),
                null,
                workspace,
                email.text(),
                email.normal(),
                InvitationState.OPEN,
                UUID.randomUUID(),
                by,
                now,
                expires,
                List.of(),
                null);
    }

    /**
     * Lets it be mailed again, with a new link and a new end.
     *
     * @throws InvitationResentJustNow within the settings' pause after the last time
     * @throws InvitationResentTooOften after the most times the settings allow
     */
    Invitation resend(Instant now, InvitationSettings settings) {
        demandOpen();
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
        demandOpen();
        return with(InvitationState.REVOKED, nonce, expires, resentAt, null);
    }

    /** Whoever holds the last mail's link comes in with it. */
    Invitation accept(UserId by, UUID linkNonce, Instant now) {
        demandUsable(now);
        if (!linkNonce.equals(nonce)) {
            throw new InvitationNoLongerOpen();
        }
        return with(InvitationState.ACCEPTED, nonce, expires, resentAt, by);
    }

    /**
     * Passes while somebody can still accept it.
     *
     * @throws InvitationNoLongerOpen where it was revoked, accepted or has run out
     */
    void demandUsable(Instant now) {
        demandOpen();
        if (expired(now)) {
            throw new InvitationNoLongerOpen();
        }
    }

    boolean expired(Instant now) {
        return !now.isBefore(expires);
    }

    boolean acceptedBy(UserId user) {
        return state == InvitationState.ACCEPTED && user.equals(acceptedBy);
    }

    private void demandOpen() {
        if (state != InvitationState.OPEN) {
            throw new InvitationNoLongerOpen();
        }
    }

    private Invitation with(
            InvitationState to, UUID newNonce, Instant until, List<Instant> resent, @Nullable UserId by) {
        return new Invitation(
                id, lock, workspaceId, email, address, to, newNonce, invitedBy, createdAt, until, resent, by);
    }

    /** What became of it. */
    enum InvitationState {
        OPEN,
        ACCEPTED,
        REVOKED
    }
}
