package dev.atelier.notification.webhook.delivery;

import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.notification.webhook.endpoint.WebhookEndpointService;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The delivery log of an endpoint, only for the workspace's manager. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/webhook-endpoints/{webhookEndpointId}/deliveries")
class WebhookDeliveryController {
    private final WorkspaceAuthorization workspaceAuthorization;
    private final WebhookEndpointService webhookEndpointService;
    private final WebhookDeliveryStore webhookDeliveryStore;

    WebhookDeliveryController(
            WorkspaceAuthorization workspaceAuthorization,
            WebhookEndpointService webhookEndpointService,
            WebhookDeliveryStore webhookDeliveryStore) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.webhookEndpointService = webhookEndpointService;
        this.webhookDeliveryStore = webhookDeliveryStore;
    }

    /** Lists deliveries, newest first. */
    @GetMapping
    CursorPage<WebhookDeliveryResponse> log(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable WebhookEndpointId webhookEndpointId,
            @RequestParam(required = false) @Nullable DeliveryState state,
            CursorPageRequest page,
            Caller caller) {
        requireReader(workspaceId, webhookEndpointId, caller);
        var cursor = page.cursor();
        var before = cursor == null ? null : cursor.id(0, WebhookDeliveryId.class);
        return CursorPage.of(
                        webhookDeliveryStore.log(workspaceId, webhookEndpointId, state, before, page.limitPlusOne()),
                        page,
                        last -> PageCursorCodec.of(last.id()))
                .map(WebhookDeliveryResponse::line);
    }

    /** Returns one delivery with its body and its attempts. */
    @GetMapping("/{deliveryId}")
    WebhookDeliveryResponse one(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable WebhookEndpointId webhookEndpointId,
            @PathVariable WebhookDeliveryId deliveryId,
            Caller caller) {
        requireReader(workspaceId, webhookEndpointId, caller);
        return webhookDeliveryStore
                .find(workspaceId, webhookEndpointId, deliveryId)
                .map(WebhookDeliveryResponse::whole)
                .orElseThrow(NotFound::new);
    }

    private void requireReader(WorkspaceId w, WebhookEndpointId id, Caller caller) {
        workspaceAuthorization.requireManager(w, caller.userId());
        webhookEndpointService.requireExisting(w, id);
    }
}
