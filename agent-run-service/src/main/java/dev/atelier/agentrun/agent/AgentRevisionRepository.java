package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AgentRevisionRepository extends Repository<AgentRevision, String> {
    AgentRevision save(AgentRevision change);

    List<AgentRevision> findByWorkspaceIdAndAgentIdAndRevisionLessThanOrderByRevisionDesc(
            WorkspaceId workspace, AgentId agent, int before, Limit limit);
}
