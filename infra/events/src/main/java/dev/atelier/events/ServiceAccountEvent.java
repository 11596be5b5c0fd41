package dev.atelier.events;

import dev.atelier.events.id.ApiKeyId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events about the service accounts of a workspace, which its API clients use. Key: the workspace. */
@Topic(value = "identity.events", source = "/identity-service")
public sealed interface ServiceAccountEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    /** Returns the account, as a member of the workspace. */
    UserId accountId();

    @Override
    default String subject() {
        return "service-accounts/" + accountId();
    }

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** The manager created an account, which is a member of the workspace from now on. */
    @CloudEventType("identity.service-account-created")
    record ServiceAccountCreated(
            WorkspaceId workspaceId,
            UserId accountId,
            @NotPersonal("names of scopes") Set<String> scopes,
            UserId by) implements ServiceAccountEvent {}

    /** The manager changed its name, its expiry or its scopes. */
    @CloudEventType("identity.service-account-changed")
    record ServiceAccountChanged(
            WorkspaceId workspaceId,
            UserId accountId,
            @NotPersonal("names of fields") Set<String> fields,
            @NotPersonal("names of scopes") Set<String> scopes,
            UserId by)
            implements ServiceAccountEvent {}

    /**
     * The account cannot be used any more. {@code by} is null if it ended with its membership, with its workspace or at
     * its expiry.
     */
    @CloudEventType("identity.service-account-revoked")
    record ServiceAccountRevoked(
            WorkspaceId workspaceId,
            UserId accountId,
            @Nullable UserId by) implements ServiceAccountEvent {}

    /** The account has another key, valid until {@code expires}. */
    @CloudEventType("identity.api-key-created")
    record ApiKeyCreated(WorkspaceId workspaceId, UserId accountId, ApiKeyId apiKeyId, Instant expires, UserId by)
            implements ServiceAccountEvent {}

    /** A key is not valid any more; its account still is. */
    @CloudEventType("identity.api-key-revoked")
    record ApiKeyRevoked(WorkspaceId workspaceId, UserId accountId, ApiKeyId apiKeyId, UserId by)
            implements ServiceAccountEvent {}

    /**
     * No key of the account is valid until a manager takes it over or {@code responsible} has their account back: the
     * member who is responsible for it, or for one of its keys, is no longer active.
     */
    @CloudEventType("identity.service-account-suspended")
    record ServiceAccountSuspended(WorkspaceId workspaceId, UserId accountId, UserId responsible, SuspensionReason why)
            implements ServiceAccountEvent {}
}
