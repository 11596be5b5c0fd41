package dev.atelier.agentrun.model;

import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.events.id.WorkspaceId;
import org.springframework.stereotype.Component;

/** Sends requests to a workspace's models: the built-in one and those of its connections. */
@Component
public class ModelClient {
    private final ModelConnectionRepository modelConnectionRepository;
    private final ChatModelFactory models;

    ModelClient(ModelConnectionRepository modelConnectionRepository, ChatModelFactory models) {
        this.modelConnectionRepository = modelConnectionRepository;
        this.models = models;
    }

    /**
     * Sends one request and waits for the complete answer. An interrupt ends the request.
     *
     * @throws ModelFailed when there is no usable answer
     */
    public ModelAnswer ask(WorkspaceId workspace, ConnectionId connection, ModelRequest question) {
        var model = connection.builtIn() ? models.builtIn() : models.of(usable(workspace, connection));
        return model.answer(question);
    }

    private ModelConnection usable(WorkspaceId workspace, ConnectionId id) {
        var found = modelConnectionRepository
                .findByWorkspaceIdAndId(workspace, id)
                .orElseThrow(() -> ModelFailed.of(ModelFailureReason.GONE));
        if (found.suspended()) {
            throw ModelFailed.of(ModelFailureReason.SUSPENDED);
        }
        return found;
    }
}
