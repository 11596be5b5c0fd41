package dev.atelier.agentrun.model;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.crypto.SealedContext;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.responsibility.ActsForMember;
import dev.atelier.kit.responsibility.Suspension;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A workspace's connection to an OpenAI-compatible endpoint.
 *
 * @param baseUrl the address before {@code /chat/completions}
 * @param model the model's name at the endpoint
 * @param responsible the creator, or the member who took it over since
 * @param suspension null while runs may use the connection
 * @param eventCount number of published events; null in documents that are older than these events
 * @param sealedKey the encrypted key; null when the endpoint needs none
 * @param maxAnswerTokens maximum number of tokens of one answer; null for the installation's limit
 */
@Document("modelConnections")
@TypeAlias("model-connection")
@CompoundIndex(def = "{workspaceId: 1, _id: -1}")
@CompoundIndex(name = "by-responsible", def = "{responsible: 1}")
@CompoundIndex(name = "by-creator", def = "{createdBy: 1}")
record ModelConnection(
        @Id ConnectionId id,
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("an address of a machine") String baseUrl,
        @NotPersonal("a model's name") String model,
        @SealedContext("model-connections/") @Nullable SealedSecret sealedKey,
        TokenPrice price,
        @Nullable Integer maxAnswerTokens,
        UserId createdBy,
        UserId responsible,
        @Nullable Suspension suspension,
        Instant createdAt,
        Instant changedAt,
        @Nullable Long eventCount,
        @Version @Nullable Long version)
        implements ActsForMember {
    /** The creator is responsible for a connection that is older than the responsible member. */
    ModelConnection {
        responsible = Objects.requireNonNullElse(responsible, createdBy);
    }

    static ModelConnection create(
            ConnectionId id,
            WorkspaceId workspace,
            ModelEndpoint endpoint,
            @Nullable SealedSecret sealedKey,
            UserId by,
            Instant now) {
        return new ModelConnection(
                id,
                workspace,
                endpoint.name(),
                endpoint.baseUrl(),
                endpoint.model(),
                sealedKey,
                endpoint.price(),
                endpoint.maxAnswerTokens(),
                by,
                by,
                null,
                now,
                now,
                null,
                null);
    }

    ModelConnection change(ModelEndpoint endpoint, @Nullable SealedSecret newKey, Instant now) {
        return new ModelConnection(
                id,
                workspaceId,
                endpoint.name(),
                endpoint.baseUrl(),
                endpoint.model(),
                newKey,
                endpoint.price(),
                endpoint.maxAnswerTokens(),
                createdBy,
                responsible,
                suspension,
                createdAt,
                now,
                eventCount,
                version);
    }

    /** Suspends the connection: no run may use it. Increases {@link #sequence} for the published event. */
    ModelConnection suspend(Suspension by) {
        return withResponsibility(responsible, by, sequence() + 1);
    }

    /** Ends the suspension: runs may use the connection again. */
    ModelConnection endSuspension() {
        return withResponsibility(responsible, null, sequence());
    }

    /** Makes another member responsible and ends the suspension. */
    ModelConnection assign(UserId to) {
        return withResponsibility(to, null, sequence());
    }

    private ModelConnection withResponsibility(
            UserId newResponsible, @Nullable Suspension newSuspension, long newEventCount) {
        return new ModelConnection(
                id,
                workspaceId,
                name,
                baseUrl,
                model,
                sealedKey,
                price,
                maxAnswerTokens,
                createdBy,
                newResponsible,
                newSuspension,
                createdAt,
                changedAt,
                newEventCount,
                version);
    }

    /** Returns the number of published events. */
    long sequence() {
        return eventCount == null ? 0 : eventCount;
    }

    /** Returns the encryption context of the key: it can be decrypted only for this connection. */
    String context() {
        return context(id);
    }

    static String context(ConnectionId id) {
        return "model-connections/" + id;
    }

    long versionNumber() {
        return version == null ? 1 : version + 1;
    }
}
