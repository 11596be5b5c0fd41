package dev.atelier.agentrun.model;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
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
 * @param sealedKey the key, encrypted; null where the endpoint needs none
 * @param maxAnswerTokens the most tokens of one answer; null for the installation's
 */
@Document("modelConnections")
@TypeAlias("model-connection")
@CompoundIndex(def = "{workspaceId: 1, _id: -1}")
record ModelConnection(
        @Id ConnectionId id,
        WorkspaceId workspaceId,
        @NotPersonal("the display name of a thing") String name,
        @NotPersonal("an address of a machine") String baseUrl,
        @NotPersonal("a model's name") String model,
        @Nullable SealedSecret sealedKey,
        Price price,
        @Nullable Integer maxAnswerTokens,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        @Version @Nullable Long version)
        implements WorkspaceOwned {
    /** What its sealed key belongs to: it opens nowhere else. */
    String context() {
        return context(id);
    }

    static String context(ConnectionId id) {
        return "model-connections/" + id;
    }

    long versionNumber() {
        return version == null ? 0 : version;
    }
}
