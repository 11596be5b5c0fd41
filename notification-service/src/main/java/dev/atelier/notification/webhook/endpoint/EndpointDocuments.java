package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
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

    @AcrossWorkspaces("what a person made is held in all workspaces")
    List<Endpoint> findByCreatedByAndPauseIsNull(UserId creator);

    @AcrossWorkspaces("what a person made goes on in all workspaces")
    List<Endpoint> findByCreatedByAndPauseWhy(UserId creator, Why why);

    long countByWorkspaceId(WorkspaceId workspace);
}
