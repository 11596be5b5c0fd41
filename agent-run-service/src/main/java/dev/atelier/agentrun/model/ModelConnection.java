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
 * A workspace's way to an OpenAI-compatible endpoint.
 *
 * @param baseUrl up to and without {@code /chat/completions}
 * @param model the model's name at the endpoint
 * @param responsible who made it, or took it over since
 * @param suspension null while runs may ask over it
 * @param said how many facts it has said; null in one that is older than facts
 * @param sealedKey the key, encrypted; null where the endpoint needs none
 * @param maxAnswerTokens the most tokens of one answer; null for the installation's
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
        @Nullable Long said,
        @Version @Nullable Long version)
        implements ActsForMember {
    /** One that is older than responsibility is its maker's. */
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
                said,
                version);
    }

    /** No run asks over it. It says so, which {@link #sequence} counts. */
    ModelConnection suspend(Suspension by) {
        return standing(responsible, by, sequence() + 1);
    }

    /** Runs may ask over it again. */
    ModelConnection giveBack() {
        return standing(responsible, null, sequence());
    }

    /** Another member answers for it, and runs may ask over it. */
    ModelConnection assign(UserId to) {
        return standing(to, null, sequence());
    }

    private ModelConnection standing(UserId newResponsible, @Nullable Suspension newSuspension, long newSaid) {
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
                newSaid,
                version);
    }

    /** How many facts it has said. */
    long sequence() {
        return said == null ? 0 : said;
    }

    /** What its sealed key belongs to: it opens nowhere else. */
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
