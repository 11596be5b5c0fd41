package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.webhook.EndpointNameLookup;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredEndpointNameLookup implements EndpointNameLookup {
    private final WebhookEndpointRepository documents;

    StoredEndpointNameLookup(WebhookEndpointRepository documents) {
        this.documents = documents;
    }

    @Override
    public Optional<String> find(WorkspaceId workspace, WebhookEndpointId endpoint) {
        return documents
                .findByWorkspaceIdAndId(workspace, endpoint)
                .map(found -> found.description().isBlank() ? found.url().getHost() : found.description());
    }
}
