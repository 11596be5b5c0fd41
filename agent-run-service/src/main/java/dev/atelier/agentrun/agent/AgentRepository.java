package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface AgentRepository extends Repository<Agent, AgentId> {
    Agent save(Agent agent);

    long countByWorkspaceId(WorkspaceId workspace);

    Optional<Agent> findByWorkspaceIdAndId(WorkspaceId workspace, AgentId id);

    List<Agent> findByWorkspaceIdOrderByIdDesc(WorkspaceId workspace, Limit limit);

    List<Agent> findByWorkspaceIdAndIdLessThanOrderByIdDesc(WorkspaceId workspace, AgentId before, Limit limit);
}
