package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Endpoints act for the responsible member: they send only what that member may read. */
@Component
class WebhookEndpointResponsibility implements ActsForMemberStore<WebhookEndpoint> {
    private final WebhookEndpointService webhookEndpointService;

    WebhookEndpointResponsibility(WebhookEndpointService webhookEndpointService) {
        this.webhookEndpointService = webhookEndpointService;
    }

    @Override
    public Class<WebhookEndpoint> type() {
        return WebhookEndpoint.class;
    }

    /** Names an endpoint by its host only: the query may contain a credential. */
    @Override
    public ResponsibilityItem toItem(WebhookEndpoint endpoint) {
        return ResponsibilityItem.of(
                "webhook-endpoint", endpoint.id(), endpoint.url().getHost(), endpoint.suspension());
    }

    @Override
    public void suspend(WebhookEndpoint endpoint, Suspension suspension) {
        webhookEndpointService.suspend(endpoint, suspension);
    }

    @Override
    public void restore(WebhookEndpoint endpoint) {
        webhookEndpointService.assign(
                endpoint, Objects.requireNonNull(endpoint.suspension()).of());
    }

    @Override
    public void assign(WebhookEndpoint endpoint, UserId to) {
        webhookEndpointService.assign(endpoint, to);
    }
}
