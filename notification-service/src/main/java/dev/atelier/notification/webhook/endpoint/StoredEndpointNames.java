package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.notification.webhook.EndpointNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class StoredEndpointNames implements EndpointNames {
    private final EndpointDocuments documents;

    StoredEndpointNames(EndpointDocuments documents) {
        this.documents = documents;
    }

    @Override
    public Optional<String> find(WorkspaceId workspace, EndpointId endpoint) {
        return documents
                .findByWorkspaceIdAndId(workspace, endpoint)
                .map(found -> found.description().isBlank() ? found.url().getHost() : found.description());
    }
}
