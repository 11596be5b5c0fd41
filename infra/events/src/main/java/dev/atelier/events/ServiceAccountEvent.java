package dev.atelier.events;

import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened to the accounts that API clients of a workspace have (I12). Key: the workspace. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface ServiceAccountEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    /** The account as a member of the workspace. */
    UserId accountId();

    @Override
    default String subject() {
        return "service-accounts/" + accountId();
    }

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** The manager made an account, which is a member of the workspace from now on. */
    @CloudEventType("identity.service-account-created")
    record ServiceAccountCreated(
            WorkspaceId workspaceId,
            UserId accountId,
            @NotPersonal("names of scopes") Set<String> scopes,
            UserId by) implements ServiceAccountEvent {}

    /** The manager changed its name, its end, or what it may do. */
    @CloudEventType("identity.service-account-changed")
    record ServiceAccountChanged(
            WorkspaceId workspaceId,
            UserId accountId,
            @NotPersonal("names of fields") Set<String> fields,
            @NotPersonal("names of scopes") Set<String> scopes,
            UserId by)
            implements ServiceAccountEvent {}

    /** Nothing can be done with the account any more. {@code by} is null where it ended with its membership, its workspace, or at its own end. */
    @CloudEventType("identity.service-account-revoked")
    record ServiceAccountRevoked(
            WorkspaceId workspaceId,
            UserId accountId,
            @Nullable UserId by) implements ServiceAccountEvent {}

    /** The account has another key, good until {@code expires}. */
    @CloudEventType("identity.api-key-created")
    record ApiKeyCreated(WorkspaceId workspaceId, UserId accountId, ApiKeyId apiKeyId, Instant expires, UserId by)
            implements ServiceAccountEvent {}

    /** A key is of no use any more, though its account goes on. */
    @CloudEventType("identity.api-key-revoked")
    record ApiKeyRevoked(WorkspaceId workspaceId, UserId accountId, ApiKeyId apiKeyId, UserId by)
            implements ServiceAccountEvent {}

    /**
     * No key of the account is good until a manager takes it over, or {@code responsible} has their account back: who is
     * responsible for it, or for one of its keys, is no longer there.
     */
    @CloudEventType("identity.service-account-suspended")
    record ServiceAccountSuspended(WorkspaceId workspaceId, UserId accountId, UserId responsible, SuspensionReason why)
            implements ServiceAccountEvent {}
}
