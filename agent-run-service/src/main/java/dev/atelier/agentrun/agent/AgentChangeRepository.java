package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AgentChangeRepository extends Repository<AgentChange, String> {
    AgentChange save(AgentChange change);

    List<AgentChange> findByWorkspaceIdAndAgentIdAndRevisionLessThanOrderByRevisionDesc(
            WorkspaceId workspace, AgentId agent, int before, Limit limit);
}
