package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface EndpointDocuments extends Repository<Endpoint, EndpointId> {
    Endpoint save(Endpoint endpoint);

    void deleteByWorkspaceIdAndId(WorkspaceId workspace, EndpointId id);

    Optional<Endpoint> findByWorkspaceIdAndId(WorkspaceId workspace, EndpointId id);

    List<Endpoint> findByWorkspaceId(WorkspaceId workspace);

    List<Endpoint> findByWorkspaceIdAndIdGreaterThanOrderById(WorkspaceId workspace, EndpointId after, Limit limit);

    long countByWorkspaceId(WorkspaceId workspace);
}
