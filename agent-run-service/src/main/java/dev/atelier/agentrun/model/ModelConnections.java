package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.crypto.SealedSecret;
import dev.atelier.kit.crypto.Secrets;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.responsibility.Responsibilities;
import dev.atelier.kit.responsibility.Suspended;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** A workspace's model connections: kept by its manager, tried out before they are kept, their keys sealed. */
@Component
public class ModelConnections {
    private static final int TRIAL_TRIES = 3;
    private static final ModelQuestion TRIAL_QUESTION = new ModelQuestion(
            List.of(new UserMessage("Answer with the one word: ready")), List.of(), 1_024, Duration.ofSeconds(20));

    /** Most connections of one workspace. */
    static final int MAX = 100;

    private final Connections connections;
    private final ChatModels models;
    private final Secrets secrets;
    private final Access access;
    private final Responsibilities responsibilities;
    private final LimitGuard guard;
    private final Transactions transactions;
    private final Clock clock;

    ModelConnections(
            Connections connections,
            ChatModels models,
            Secrets secrets,
            Access access,
            Responsibilities responsibilities,
            LimitGuard guard,
            Transactions transactions,
            Clock clock) {
        this.connections = connections;
        this.models = models;
        this.secrets = secrets;
        this.access = access;
        this.responsibilities = responsibilities;
        this.guard = guard;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the workspace may use the connection. */
    public boolean has(WorkspaceId workspace, ConnectionId id) {
        return id.builtIn() || connections.findByWorkspaceIdAndId(workspace, id).isPresent();
    }

    ModelConnection add(WorkspaceId workspace, Endpoint endpoint, UserId by) {
        access.manager(workspace, by);
        tryOut(endpoint, endpoint.key());
        var id = ConnectionId.next();
        var now = clock.instant();
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            requireRoom(workspace);
            return connections.save(
                    ModelConnection.create(id, workspace, endpoint, sealed(id, endpoint.key()), by, now));
        });
    }

    private void requireRoom(WorkspaceId workspace) {
        guard.write("model-connections", workspace);
        if (connections.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyModelConnections(MAX);
        }
    }

    /** Changes a connection; the key stays where none is sent, but never follows to another address. */
    ModelConnection change(
            WorkspaceId workspace, ConnectionId id, ExpectedVersion expected, Endpoint.Change change, UserId by) {
        access.manager(workspace, by);
        var before = connection(workspace, id);
        expected.check(before.versionNumber());
        demandNotSuspended(before);
        var endpoint = change.onto(before);
        if (!endpoint.baseUrl().equals(before.baseUrl()) && before.sealedKey() != null && change.key() == null) {
            throw InvalidInput.of("key", "must be sent again when the address changes");
        }
        var key = change.key() == null ? open(before) : change.key();
        tryOut(endpoint, key);
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            var current = connection(workspace, id);
            expected.check(current.versionNumber());
            demandNotSuspended(current);
            var sealed = change.key() == null ? current.sealedKey() : sealed(id, change.key());
            return connections.save(current.change(endpoint, sealed, clock.instant()));
        });
    }

    /** Makes the manager responsible. */
    ModelConnection takeOver(WorkspaceId workspace, ConnectionId id, ExpectedVersion expected, UserId by) {
        access.manager(workspace, by);
        return transactions.call(() -> {
            responsibilities.relyOnManager(workspace, by);
            var current = connection(workspace, id);
            expected.check(current.versionNumber());
            return connections.save(current.assign(by));
        });
    }

    private static void demandNotSuspended(ModelConnection connection) {
        var suspension = connection.suspension();
        if (suspension != null) {
            throw new Suspended(suspension);
        }
    }

    /** Ends a connection; agents that still name it fail until they name another. */
    void end(WorkspaceId workspace, ConnectionId id, ExpectedVersion expected, UserId by) {
        access.manager(workspace, by);
        transactions.run(() -> {
            expected.check(connection(workspace, id).versionNumber());
            connections.deleteByWorkspaceIdAndId(workspace, id);
        });
    }

    ModelConnection get(WorkspaceId workspace, ConnectionId id, UserId by) {
        access.member(workspace, by);
        return connection(workspace, id);
    }

    Page<ModelConnection> list(WorkspaceId workspace, PageRequest page, UserId by) {
        access.member(workspace, by);
        var limit = Limit.of(page.limitAndOne());
        var read = page.cursor() == null
                ? connections.findByWorkspaceIdOrderByIdDesc(workspace, limit)
                : connections.findByWorkspaceIdAndIdLessThanOrderByIdDesc(
                        workspace, page.cursor().id(0, ConnectionId.class), limit);
        return Page.of(read, page, connection -> Cursors.of(connection.id()));
    }

    private ModelConnection connection(WorkspaceId workspace, ConnectionId id) {
        return connections.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    private @Nullable String open(ModelConnection connection) {
        var sealed = connection.sealedKey();
        return sealed == null ? null : secrets.open(sealed, connection.context());
    }

    private @Nullable SealedSecret sealed(ConnectionId id, @Nullable String key) {
        return key == null ? null : secrets.seal(key, ModelConnection.context(id));
    }

    /**
     * One real question, so that what is kept works; asked again where the endpoint names a field that it does not take. A model that
     * thinks too long to come to an answer works as well.
     */
    private void tryOut(Endpoint endpoint, @Nullable String key) {
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
                if (e.why() == Why.TRUNCATED) {
                    return;
                }
                if (!e.failure().adapted() || tries == 1) {
                    throw new ModelConnectionFailed(e.failure());
                }
            }
        }
    }
}
