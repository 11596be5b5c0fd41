package dev.atelier.agentrun.agent;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.access.MemberAccess;
import dev.atelier.kit.state.StateProjection;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks who may create agents in a workspace, according to the workspace's settings. */
@Component
class AgentCreationPolicy {
    private final StateProjection<WorkspaceState> workspaces;

    AgentCreationPolicy(StateProjection<WorkspaceState> workspaces) {
        this.workspaces = workspaces;
    }

    /**
     * Checks that the member may create agents. The manager always may.
     *
     * @throws AgentCreationNotAllowed for other members
     */
    void requireAllowed(MemberAccess member) {
        var state = workspaces.find(member.workspaceId().toString()).orElse(null);
        if (state == null || member.manager() || state.mayCreateAgents(member.userId())) {
            return;
        }
        var creators = requireNonNullElse(state.agentCreators(), Set.<UserId>of()).stream()
                .sorted(comparing(UserId::toString))
                .toList();
        throw new AgentCreationNotAllowed(
                requireNonNullElse(state.agentCreation(), AgentCreation.EVERYONE), state.manager(), creators);
    }
}
