package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.id.UserId;
import dev.atelier.kit.responsibility.ActsForMemberStore;
import dev.atelier.kit.responsibility.ResponsibilityItem;
import dev.atelier.kit.responsibility.Suspension;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Endpoints act for whoever made them: what they send out is what that member may read. */
@Component
class EndpointResponsibility implements ActsForMemberStore<Endpoint> {
    private final Endpoints endpoints;

    EndpointResponsibility(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Class<Endpoint> type() {
        return Endpoint.class;
    }

    /** An endpoint has no name but where it leads; its query may hold a credential. */
    @Override
    public ResponsibilityItem item(Endpoint endpoint) {
        return ResponsibilityItem.of(
                "webhook-endpoint", endpoint.id(), endpoint.url().getHost(), endpoint.suspension());
    }

    @Override
    public void suspend(Endpoint endpoint, Suspension suspension) {
        endpoints.suspend(endpoint, suspension);
    }

    @Override
    public void giveBack(Endpoint endpoint) {
        endpoints.assign(endpoint, Objects.requireNonNull(endpoint.suspension()).of());
    }

    @Override
    public void assign(Endpoint endpoint, UserId to) {
        endpoints.assign(endpoint, to);
    }
}
