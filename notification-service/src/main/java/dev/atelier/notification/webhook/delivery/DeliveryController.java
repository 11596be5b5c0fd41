package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.notification.webhook.endpoint.Endpoints;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of an endpoint's deliveries, for the workspace's manager alone. */
@RestController
@RequestMapping("/api/workspaces/{w}/webhook-endpoints/{id}/deliveries")
class DeliveryController {
    private final Access access;
    private final Endpoints endpoints;
    private final Deliveries deliveries;

    DeliveryController(Access access, Endpoints endpoints, Deliveries deliveries) {
        this.access = access;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /** Newest first. */
    @GetMapping
    Page<DeliveryView> log(
            @PathVariable WorkspaceId w,
            @PathVariable EndpointId id,
            @RequestParam(required = false) @Nullable State state,
            PageRequest page,
            Caller caller) {
        mayRead(w, id, caller);
        var cursor = page.cursor();
        var before = cursor == null ? null : cursor.id(0, DeliveryId.class);
        return Page.of(deliveries.log(w, id, state, before, page.limitAndOne()), page, last -> Cursors.of(last.id()))
                .map(DeliveryView::line);
    }

    /** With what was sent and answered. */
    @GetMapping("/{deliveryId}")
    DeliveryView one(
            @PathVariable WorkspaceId w,
            @PathVariable EndpointId id,
            @PathVariable DeliveryId deliveryId,
            Caller caller) {
        mayRead(w, id, caller);
        return deliveries.find(w, id, deliveryId).map(DeliveryView::whole).orElseThrow(NotFound::new);
    }

    private void mayRead(WorkspaceId w, EndpointId id, Caller caller) {
        access.manager(w, caller.userId());
        endpoints.mustExist(w, id);
    }
}
