package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.crypto.SecretSealer;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.responsibility.CredentialSuspended;
import dev.atelier.kit.responsibility.ResponsibilityService;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Manages a workspace's model connections for its manager: tests them before it saves them and encrypts their keys.
 */
@Component
public class ModelConnectionService {
    private static final int TRIAL_TRIES = 3;
    private static final ModelRequest TRIAL_QUESTION = new ModelRequest(
            List.of(new UserMessage("Answer with the one word: ready")), List.of(), 1_024, Duration.ofSeconds(20));

    /** Maximum number of connections of a workspace. */
    static final int MAX = 100;

    private final ModelConnectionRepository modelConnectionRepository;
    private final ChatModelFactory models;
    private final SecretSealer secretSealer;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final ResponsibilityService responsibilityService;
    private final LimitGuard guard;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ModelConnectionService(
            ModelConnectionRepository modelConnectionRepository,
            ChatModelFactory models,
            SecretSealer secretSealer,
            WorkspaceAuthorization workspaceAuthorization,
            ResponsibilityService responsibilityService,
            LimitGuard guard,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.modelConnectionRepository = modelConnectionRepository;
        this.models = models;
        this.secretSealer = secretSealer;
        this.workspaceAuthorization = workspaceAuthorization;
        this.responsibilityService = responsibilityService;
        this.guard = guard;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Returns whether the workspace has the connection. */
    public boolean has(WorkspaceId workspace, ConnectionId id) {
        return id.builtIn()
                || modelConnectionRepository
                        .findByWorkspaceIdAndId(workspace, id)
                        .isPresent();
    }

    ModelConnection add(WorkspaceId workspace, ModelEndpoint endpoint, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        testConnection(endpoint, endpoint.key());
        var id = ConnectionId.next();
        var now = clock.instant();
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            requireBelowLimit(workspace);
            return modelConnectionRepository.save(
                    ModelConnection.create(id, workspace, endpoint, sealed(id, endpoint.key()), by, now));
        });
    }

    private void requireBelowLimit(WorkspaceId workspace) {
        guard.write("model-connections", workspace);
        if (modelConnectionRepository.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyModelConnections(MAX);
        }
    }

    /** Changes a connection. Without a new key the stored one stays, but only while the address does not change. */
    ModelConnection change(
            WorkspaceId workspace,
            ConnectionId id,
            ExpectedVersion expected,
            ModelEndpoint.ModelEndpointUpdate modelEndpointUpdate,
            UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        var before = connection(workspace, id);
        expected.check(before.versionNumber());
        requireNotSuspended(before);
        var endpoint = modelEndpointUpdate.applyTo(before);
        if (!endpoint.baseUrl().equals(before.baseUrl())
                && before.sealedKey() != null
                && modelEndpointUpdate.key() == null) {
            throw InvalidInput.of("key", "must be sent again when the address changes");
        }
        var key = modelEndpointUpdate.key() == null ? open(before) : modelEndpointUpdate.key();
        testConnection(endpoint, key);
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            var current = connection(workspace, id);
            expected.check(current.versionNumber());
            requireNotSuspended(current);
            var sealed =
                    modelEndpointUpdate.key() == null ? current.sealedKey() : sealed(id, modelEndpointUpdate.key());
            return modelConnectionRepository.save(current.change(endpoint, sealed, clock.instant()));
        });
    }

    /** Makes the manager responsible. */
    ModelConnection takeOver(WorkspaceId workspace, ConnectionId id, ExpectedVersion expected, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        return transactionRunner.call(() -> {
            responsibilityService.requireActiveManager(workspace, by);
            var current = connection(workspace, id);
            expected.check(current.versionNumber());
            return modelConnectionRepository.save(current.assign(by));
        });
    }

    private static void requireNotSuspended(ModelConnection connection) {
        var suspension = connection.suspension();
        if (suspension != null) {
            throw new CredentialSuspended(suspension);
        }
    }

    /** Deletes a connection. Runs of agents that still use it fail until the agents use another one. */
    void delete(WorkspaceId workspace, ConnectionId id, ExpectedVersion expected, UserId by) {
        workspaceAuthorization.requireManager(workspace, by);
        transactionRunner.run(() -> {
            expected.check(connection(workspace, id).versionNumber());
            modelConnectionRepository.deleteByWorkspaceIdAndId(workspace, id);
        });
    }

    ModelConnection get(WorkspaceId workspace, ConnectionId id, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        return connection(workspace, id);
    }

    CursorPage<ModelConnection> list(WorkspaceId workspace, CursorPageRequest page, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        var limit = Limit.of(page.limitPlusOne());
        var read = page.cursor() == null
                ? modelConnectionRepository.findByWorkspaceIdOrderByIdDesc(workspace, limit)
                : modelConnectionRepository.findByWorkspaceIdAndIdLessThanOrderByIdDesc(
                        workspace, page.cursor().id(0, ConnectionId.class), limit);
        return CursorPage.of(read, page, connection -> PageCursorCodec.of(connection.id()));
    }

    private ModelConnection connection(WorkspaceId workspace, ConnectionId id) {
        return modelConnectionRepository.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    private @Nullable String open(ModelConnection connection) {
        var sealed = connection.sealedKey();
        return sealed == null ? null : secretSealer.open(sealed, connection.context());
    }

    private @Nullable SealedSecret sealed(ConnectionId id, @Nullable String key) {
        return key == null ? null : secretSealer.seal(key, ModelConnection.context(id));
    }

    /**
     * Sends a real test request before the connection is saved, and retries when the endpoint names a field that it
     * does not accept. A truncated answer also counts as success, because a model may spend all tokens on reasoning.
     */
    private void testConnection(ModelEndpoint endpoint, @Nullable String key) {
        var model = models.of(
                endpoint.baseUrl(),
                endpoint.model(),
                key == null ? "" : key,
                endpoint.price(),
                endpoint.maxAnswerTokens());
        for (int tries = TRIAL_TRIES; true; tries--) {
            try {
                model.answer(TRIAL_QUESTION);
                return;
            } catch (ModelFailed e) {
                if (e.why() == ModelFailureReason.TRUNCATED) {
                    return;
                }
                if (!e.failure().adapted() || tries == 1) {
                    throw new ModelConnectionFailed(e.failure());
                }
            }
        }
    }
}
