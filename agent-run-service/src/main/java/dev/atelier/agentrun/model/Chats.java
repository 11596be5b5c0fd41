package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.Why;
import dev.atelier.events.id.WorkspaceId;
import org.springframework.stereotype.Component;

/** Asks a workspace's models; the built-in one and every other take the same road. */
@Component
public class Chats {
    private final Connections connections;
    private final ChatModels models;

    Chats(Connections connections, ChatModels models) {
        this.connections = connections;
        this.models = models;
    }

    /**
     * Asks once and waits for the whole answer. An interruption ends the request.
     *
     * @throws ModelFailed when there is no usable answer
     */
    public Answer ask(WorkspaceId workspace, ConnectionId connection, ModelQuestion question) {
        var model = connection.builtIn() ? models.builtIn() : models.of(usable(workspace, connection));
        return model.answer(question);
    }

    private ModelConnection usable(WorkspaceId workspace, ConnectionId id) {
        var found = connections.findByWorkspaceIdAndId(workspace, id).orElseThrow(() -> ModelFailed.of(Why.GONE));
        if (found.suspended()) {
            throw ModelFailed.of(Why.SUSPENDED);
        }
        return found;
    }
}
