package dev.atelier.agentrun.model;

import dev.atelier.events.SuspensionReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PartialUpdate;
import dev.atelier.kit.web.validation.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{workspaceId}/model-connections")
class ModelConnectionController {
    private static final int LEAST_TOKENS = 16;
    private static final int MOST_TOKENS = 1_000_000;

    private final ModelConnectionService connections;

    ModelConnectionController(ModelConnectionService connections) {
        this.connections = connections;
    }

    /** Connects the workspace with a model. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ModelConnectionResponse> add(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody CreateModelConnectionRequest body,
            Caller caller) {
        var added = connections.add(workspaceId, body.endpoint(), caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/model-connections/" + added.id()))
                .eTag(ETags.of(added.versionNumber()))
                .body(ModelConnectionResponse.of(added));
    }

    /** Lists the workspace's model connections. */
    @GetMapping
    CursorPage<ModelConnectionResponse> list(
            @PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        return connections.list(workspaceId, page, caller.userId()).map(ModelConnectionResponse::of);
    }

    /** Returns a model connection. */
    @GetMapping("/{modelConnectionId}")
    ResponseEntity<ModelConnectionResponse> get(
            @PathVariable WorkspaceId workspaceId, @PathVariable ConnectionId modelConnectionId, Caller caller) {
        return tagged(connections.get(workspaceId, modelConnectionId, caller.userId()));
    }

    /** Changes a model connection. */
    @PatchMapping("/{modelConnectionId}")
    ResponseEntity<ModelConnectionResponse> change(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ConnectionId modelConnectionId,
            ExpectedVersion expected,
            @Valid @RequestBody UpdateModelConnectionRequest body,
            Caller caller) {
        return tagged(connections.change(workspaceId, modelConnectionId, expected, body.change(), caller.userId()));
    }

    /** Makes the caller responsible for the connection. When it is suspended, runs may use it again. */
    @PostMapping("/{modelConnectionId}/take-over")
    ResponseEntity<ModelConnectionResponse> takeOver(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ConnectionId modelConnectionId,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(connections.takeOver(workspaceId, modelConnectionId, expected, caller.userId()));
    }

    /** Removes a model connection. */
    @DeleteMapping("/{modelConnectionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ConnectionId modelConnectionId,
            ExpectedVersion expected,
            Caller caller) {
        connections.delete(workspaceId, modelConnectionId, expected, caller.userId());
    }

    private static ResponseEntity<ModelConnectionResponse> tagged(ModelConnection connection) {
        return ResponseEntity.ok()
                .eTag(ETags.of(connection.versionNumber()))
                .body(ModelConnectionResponse.of(connection));
    }

    /**
     * An OpenAI-compatible endpoint.
     *
     * @param baseUrl the address before {@code /chat/completions}
     * @param key sent as a bearer token, stored encrypted, never returned; missing when the endpoint needs none
     * @param price zero when it is missing
     * @param maxAnswerTokens maximum number of tokens of one answer, sent with each request; when it is missing, the
     *     installation's limit applies (default 8,192)
     */
    record CreateModelConnectionRequest(
            @NotBlank @Size(max = 100) @OneLine String name,
            @NotBlank @Size(max = 500) String baseUrl,
            @NotBlank @Size(max = 200) String model,
            @Nullable @Size(min = 1, max = 500) String key,
            @Nullable @Valid TokenPrice price,
            @Nullable @Min(LEAST_TOKENS) @Max(MOST_TOKENS) Integer maxAnswerTokens) {
        ModelEndpoint endpoint() {
            return new ModelEndpoint(
                    name, baseUrl, model, key, price == null ? TokenPrice.NONE : price, maxAnswerTokens);
        }

        @Override
        public String toString() {
            return "NewConnection[" + name + "]";
        }
    }

    /** A change. Missing fields keep their values. The key is required when the address changes. */
    @PartialUpdate
    record UpdateModelConnectionRequest(
            @Nullable @Size(min = 1, max = 100) @OneLine String name,
            @Nullable @Size(min = 1, max = 500) String baseUrl,
            @Nullable @Size(min = 1, max = 200) String model,
            @Nullable @Size(min = 1, max = 500) String key,
            @Nullable @Valid TokenPrice price,
            @Nullable @Min(LEAST_TOKENS) @Max(MOST_TOKENS) Integer maxAnswerTokens) {
        ModelEndpoint.ModelEndpointUpdate change() {
            return new ModelEndpoint.ModelEndpointUpdate(name, baseUrl, model, key, price, maxAnswerTokens);
        }

        @Override
        public String toString() {
            return "ChangedConnection[" + name + "]";
        }
    }

    /**
     * Response body of a model connection.
     *
     * @param responsible the responsible member: the creator, or the member who took it over since
     * @param suspendedAt when the connection was suspended because the responsible member left; null while runs may use
     *     it
     */
    record ModelConnectionResponse(
            ConnectionId id,
            String name,
            String baseUrl,
            String model,
            boolean hasKey,
            TokenPrice price,
            @Nullable Integer maxAnswerTokens,
            UserId createdBy,
            UserId responsible,
            @Nullable Instant suspendedAt,
            @Nullable SuspensionReason suspendedReason,
            Instant createdAt,
            Instant changedAt,
            long version) {
        static ModelConnectionResponse of(ModelConnection connection) {
            var suspension = connection.suspension();
            return new ModelConnectionResponse(
                    connection.id(),
                    connection.name(),
                    connection.baseUrl(),
                    connection.model(),
                    connection.sealedKey() != null,
                    connection.price(),
                    connection.maxAnswerTokens(),
                    connection.createdBy(),
                    connection.responsible(),
                    suspension == null ? null : suspension.at(),
                    suspension == null ? null : suspension.reason(),
                    connection.createdAt(),
                    connection.changedAt(),
                    connection.versionNumber());
        }
    }
}
