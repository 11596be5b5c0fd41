package dev.atelier.events;

import dev.atelier.events.id.AddressChangeId;
import dev.atelier.events.id.RecoveryCaseId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events about users' accounts. Key: the user. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface IdentityEvent extends DomainEvent {
    UserId userId();

    @Override
    default String subject() {
        return "users/" + userId();
    }

    @Override
    default String key() {
        return userId().toString();
    }

    @Override
    default @Nullable WorkspaceId workspaceId() {
        return null;
    }

    /** A user registered. */
    @CloudEventType("identity.user-registered")
    record UserRegistered(UserId userId) implements IdentityEvent {}

    /** The e-mail address was verified. */
    @CloudEventType("identity.user-activated")
    record UserActivated(UserId userId) implements IdentityEvent {}

    /** A user changed their own data. */
    @CloudEventType("identity.profile-changed")
    record ProfileChanged(
            UserId userId, @NotPersonal("names of fields") Set<String> fields) implements IdentityEvent {}

    /** A user requested another e-mail address; a link is mailed to it. */
    @CloudEventType("identity.address-change-asked")
    record AddressChangeRequested(UserId userId, AddressChangeId addressChangeId) implements IdentityEvent {}

    /** The user has verified the new address and uses it now; the old one is notified by mail. */
    @CloudEventType("identity.address-changed")
    record AddressChanged(UserId userId, AddressChangeId addressChangeId) implements IdentityEvent {}

    /** An operator locked the account. */
    @CloudEventType("identity.user-deactivated")
    record UserDeactivated(UserId userId, UserId by) implements IdentityEvent {}

    /** An operator unlocked the account. */
    @CloudEventType("identity.user-reactivated")
    record UserReactivated(UserId userId, UserId by) implements IdentityEvent {}

    /** The account may be under somebody else's control: an operator locked it, and what it started waits. */
    @CloudEventType("identity.recovery-opened")
    record RecoveryOpened(UserId userId, RecoveryCaseId recoveryCaseId, UserId by) implements IdentityEvent {}

    /** An operator recorded evidence that the claimant owns the account. */
    @CloudEventType("identity.recovery-evidence-recorded")
    record RecoveryEvidenceRecorded(UserId userId, RecoveryCaseId recoveryCaseId, UserId by) implements IdentityEvent {}

    /** Another operator confirmed the evidence; the owner gets a link for new credentials. */
    @CloudEventType("identity.recovery-confirmed")
    record RecoveryConfirmed(UserId userId, RecoveryCaseId recoveryCaseId, UserId by) implements IdentityEvent {}

    /** Nobody proved their ownership: the account stays locked, and what waited ends. */
    @CloudEventType("identity.recovery-dismissed")
    record RecoveryDismissed(UserId userId, RecoveryCaseId recoveryCaseId, UserId by) implements IdentityEvent {}

    /** The owner has new credentials and the account back, and what waited continues. */
    @CloudEventType("identity.recovery-completed")
    record RecoveryCompleted(UserId userId, RecoveryCaseId recoveryCaseId) implements IdentityEvent {}

    /** A user ended one of their sessions, or all of them. */
    @CloudEventType("identity.session-revoked")
    record SessionRevoked(UserId userId, boolean all) implements IdentityEvent {}

    /** An operator set the user's status. */
    @CloudEventType("identity.status-changed")
    record StatusChanged(UserId userId, UserStatus status, UserId by) implements IdentityEvent {}

    /** A user consented to a purpose. {@code policyVersion} is the text they consented to. */
    @CloudEventType("identity.consent-given")
    record ConsentGiven(
            UserId userId,
            ConsentPurpose purpose,
            @NotPersonal("a version's name") String policyVersion) implements IdentityEvent {}

    /** A user withdrew a consent; nothing may be done for this purpose any more. */
    @CloudEventType("identity.consent-withdrawn")
    record ConsentWithdrawn(UserId userId, ConsentPurpose purpose) implements IdentityEvent {}

    /** A user accepted a version of a legal document. */
    @CloudEventType("identity.policy-accepted")
    record PolicyAccepted(UserId userId, LegalDocument document, int number) implements IdentityEvent {}

    /** A new version is announced by mail to a user who was active in the three months before. */
    @CloudEventType("identity.policy-announced")
    record PolicyAnnounced(UserId userId, LegalDocument document, int number) implements IdentityEvent {}

    /** The manager accepted a version of the data processing addendum for the workspace. */
    @CloudEventType("identity.addendum-accepted")
    record AddendumAccepted(UserId userId, WorkspaceId workspaceId, int number) implements IdentityEvent {}
}
