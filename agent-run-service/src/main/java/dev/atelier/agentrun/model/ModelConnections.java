package dev.atelier.agentrun.model;

import dev.atelier.events.id.WorkspaceId;
import org.springframework.stereotype.Component;

/** The model connections of workspaces. */
@Component
public class ModelConnections {
    private final Connections connections;

    ModelConnections(Connections connections) {
        this.connections = connections;
    }

    /** Whether the workspace may use the connection. */
    public boolean has(WorkspaceId workspace, ConnectionId id) {
        return id.builtIn() || connections.findByWorkspaceIdAndId(workspace, id).isPresent();
    }
}
