package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AgentVersionRepository extends Repository<AgentVersion, String> {
    AgentVersion save(AgentVersion version);

    Optional<AgentVersion> findByWorkspaceIdAndAgentIdAndNumber(WorkspaceId workspace, AgentId agent, int number);

    List<AgentVersion> findByWorkspaceIdAndAgentIdAndNumberLessThanOrderByNumberDesc(
            WorkspaceId workspace, AgentId agent, int before, Limit limit);
}
