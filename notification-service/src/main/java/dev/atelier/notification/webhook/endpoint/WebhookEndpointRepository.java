package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface WebhookEndpointRepository extends Repository<WebhookEndpoint, WebhookEndpointId> {
    WebhookEndpoint save(WebhookEndpoint endpoint);

    void deleteByWorkspaceIdAndId(WorkspaceId workspace, WebhookEndpointId id);

    Optional<WebhookEndpoint> findByWorkspaceIdAndId(WorkspaceId workspace, WebhookEndpointId id);

    List<WebhookEndpoint> findByWorkspaceId(WorkspaceId workspace);

    List<WebhookEndpoint> findByWorkspaceIdAndIdGreaterThanOrderById(
            WorkspaceId workspace, WebhookEndpointId after, Limit limit);

    long countByWorkspaceId(WorkspaceId workspace);
}
