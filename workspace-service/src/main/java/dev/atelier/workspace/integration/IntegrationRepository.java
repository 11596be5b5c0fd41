package dev.atelier.workspace.integration;

import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface IntegrationRepository extends Repository<Integration, IntegrationId> {
    Integration save(Integration integration);

    Optional<Integration> findByWorkspaceIdAndId(WorkspaceId workspace, IntegrationId id);

    List<Integration> findByWorkspaceIdAndIdGreaterThanOrderById(
            WorkspaceId workspace, IntegrationId after, Limit limit);

    long countByWorkspaceId(WorkspaceId workspace);

    void deleteByWorkspaceIdAndId(WorkspaceId workspace, IntegrationId id);
}
