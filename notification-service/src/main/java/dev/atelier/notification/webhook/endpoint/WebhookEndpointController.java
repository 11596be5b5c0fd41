package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.WebhookPauseReason;
import dev.atelier.events.id.WebhookEndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints of a workspace, only for its manager. */
@RestController
@RequestMapping("/api/workspaces/{workspaceId}/webhook-endpoints")
class WebhookEndpointController {
    private static final WebhookEndpointId BEFORE_ALL = new WebhookEndpointId(new UUID(0, 0));

    private final WorkspaceAuthorization workspaceAuthorization;
    private final WebhookEndpointService webhookEndpointService;
    private final EndpointValidator validator;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    WebhookEndpointController(
            WorkspaceAuthorization workspaceAuthorization,
            WebhookEndpointService webhookEndpointService,
            EndpointValidator wishes,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.workspaceAuthorization = workspaceAuthorization;
        this.webhookEndpointService = webhookEndpointService;
        this.validator = wishes;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Creates an endpoint. Only this response contains the secret. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WebhookEndpointResponse> create(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody WebhookEndpointRequests.CreateWebhookEndpointRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var wanted = validator.read(body);
        var id = idempotentRequestExecutor
                .execute(
                        key,
                        body,
                        CreatedEndpoint.class,
                        () -> new CreatedEndpoint(webhookEndpointService
                                .create(workspaceId, wanted, caller.userId())
                                .id()))
                .id();
        var created = webhookEndpointService.requireEndpoint(workspaceId, id);
        var view = WebhookEndpointResponse.of(
                created, webhookEndpointService.secret(created).text());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/webhook-endpoints/" + id))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Lists endpoints, oldest first. */
    @GetMapping
    CursorPage<WebhookEndpointResponse> all(
            @PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, WebhookEndpointId.class);
        return CursorPage.of(
                        webhookEndpointService.after(workspaceId, after, page.limitPlusOne()),
                        page,
                        last -> PageCursorCodec.of(last.id()))
                .map(WebhookEndpointResponse::of);
    }

    /** Returns a webhook endpoint. */
    @GetMapping("/{webhookEndpointId}")
    ResponseEntity<WebhookEndpointResponse> one(
            @PathVariable WorkspaceId workspaceId, @PathVariable WebhookEndpointId webhookEndpointId, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        return tagged(webhookEndpointService.requireEndpoint(workspaceId, webhookEndpointId));
    }

    /** Changes a webhook endpoint. */
    @PatchMapping("/{webhookEndpointId}")
    ResponseEntity<WebhookEndpointResponse> change(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable WebhookEndpointId webhookEndpointId,
            @Valid @RequestBody WebhookEndpointRequests.UpdateWebhookEndpointRequest body,
            ExpectedVersion expected,
            Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        var wanted = validator.read(
                body,
                webhookEndpointService
                        .requireEndpoint(workspaceId, webhookEndpointId)
                        .details());
        return tagged(webhookEndpointService.change(workspaceId, webhookEndpointId, wanted, expected));
    }

    /** Deletes an endpoint with its waiting deliveries and its log. */
    @DeleteMapping("/{webhookEndpointId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable WebhookEndpointId webhookEndpointId,
            ExpectedVersion expected,
            Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        webhookEndpointService.delete(workspaceId, webhookEndpointId, expected);
    }

    /** Pauses an endpoint. Events are queued and sent after the pause. */
    @PostMapping("/{webhookEndpointId}/pause")
    ResponseEntity<WebhookEndpointResponse> pause(
            @PathVariable WorkspaceId workspaceId, @PathVariable WebhookEndpointId webhookEndpointId, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        webhookEndpointService.requireEndpoint(workspaceId, webhookEndpointId);
        webhookEndpointService.pause(workspaceId, webhookEndpointId, WebhookPauseReason.PERSON);
        return tagged(webhookEndpointService.requireEndpoint(workspaceId, webhookEndpointId));
    }

    /**
     * Makes the caller responsible for the endpoint. If it was suspended and not also paused, its waiting deliveries
     * are sent, oldest first.
     */
    @PostMapping("/{webhookEndpointId}/take-over")
    ResponseEntity<WebhookEndpointResponse> takeOver(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable WebhookEndpointId webhookEndpointId,
            ExpectedVersion expected,
            Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        return tagged(webhookEndpointService.takeOver(workspaceId, webhookEndpointId, expected, caller.userId()));
    }

    /** Ends the pause, whatever its cause; 409 if the endpoint is suspended. */
    @PostMapping("/{webhookEndpointId}/resume")
    ResponseEntity<WebhookEndpointResponse> resume(
            @PathVariable WorkspaceId workspaceId, @PathVariable WebhookEndpointId webhookEndpointId, Caller caller) {
        workspaceAuthorization.requireManager(workspaceId, caller.userId());
        return tagged(webhookEndpointService.resume(workspaceId, webhookEndpointId, caller.userId()));
    }

    private static ResponseEntity<WebhookEndpointResponse> tagged(WebhookEndpoint endpoint) {
        var view = WebhookEndpointResponse.of(endpoint);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    /** What is stored under an idempotency key; not the secret. */
    record CreatedEndpoint(WebhookEndpointId id) {}
}
