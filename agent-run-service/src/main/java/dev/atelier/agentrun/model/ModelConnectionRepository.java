package dev.atelier.agentrun.model;

import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ModelConnectionRepository extends Repository<ModelConnection, ConnectionId> {
    ModelConnection save(ModelConnection connection);

    long countByWorkspaceId(WorkspaceId workspace);

    Optional<ModelConnection> findByWorkspaceIdAndId(WorkspaceId workspace, ConnectionId id);

    List<ModelConnection> findByWorkspaceIdOrderByIdDesc(WorkspaceId workspace, Limit limit);

    List<ModelConnection> findByWorkspaceIdAndIdLessThanOrderByIdDesc(
            WorkspaceId workspace, ConnectionId before, Limit limit);

    long deleteByWorkspaceIdAndId(WorkspaceId workspace, ConnectionId id);
}
