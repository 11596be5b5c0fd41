package dev.atelier.notification.webhook.endpoint;

import dev.atelier.events.NotificationEvent.Why;
import dev.atelier.events.id.EndpointId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
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

/** Endpoints over HTTP, for the workspace's manager alone. */
@RestController
@RequestMapping("/api/workspaces/{w}/webhook-endpoints")
class EndpointController {
    private static final EndpointId BEFORE_ALL = new EndpointId(new UUID(0, 0));

    private final Access access;
    private final Endpoints endpoints;
    private final WishReader wishes;
    private final Idempotency idempotency;

    EndpointController(Access access, Endpoints endpoints, WishReader wishes, Idempotency idempotency) {
        this.access = access;
        this.endpoints = endpoints;
        this.wishes = wishes;
        this.idempotency = idempotency;
    }

    /** Shows the secret, here alone. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EndpointView> create(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody EndpointBody.New body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        access.manager(w, caller.userId());
        var wanted = wishes.read(body);
        var id = idempotency
                .answer(
                        key,
                        body,
                        Created.class,
                        () -> new Created(
                                endpoints.create(w, wanted, caller.userId()).id()))
                .id();
        var created = endpoints.demand(w, id);
        var view = EndpointView.of(created, endpoints.secret(created).text());
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/webhook-endpoints/" + id))
                .eTag(ETags.of(view.version()))
                .body(view);
    }

    /** Oldest first. */
    @GetMapping
    Page<EndpointView> all(@PathVariable WorkspaceId w, PageRequest page, Caller caller) {
        access.manager(w, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, EndpointId.class);
        return Page.of(endpoints.after(w, after, page.limitAndOne()), page, last -> Cursors.of(last.id()))
                .map(EndpointView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<EndpointView> one(@PathVariable WorkspaceId w, @PathVariable EndpointId id, Caller caller) {
        access.manager(w, caller.userId());
        return tagged(endpoints.demand(w, id));
    }

    @PatchMapping("/{id}")
    ResponseEntity<EndpointView> change(
            @PathVariable WorkspaceId w,
            @PathVariable EndpointId id,
            @Valid @RequestBody EndpointBody.Patch body,
            ExpectedVersion expected,
            Caller caller) {
        access.manager(w, caller.userId());
        var wanted = wishes.read(body, endpoints.demand(w, id).wishes());
        return tagged(endpoints.change(w, id, wanted, expected));
    }

    /** Takes what waits for it and its log along. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable WorkspaceId w, @PathVariable EndpointId id, ExpectedVersion expected, Caller caller) {
        access.manager(w, caller.userId());
        endpoints.delete(w, id, expected);
    }

    /** Events are collected, and sent after the pause. */
    @PostMapping("/{id}/pause")
    ResponseEntity<EndpointView> pause(@PathVariable WorkspaceId w, @PathVariable EndpointId id, Caller caller) {
        access.manager(w, caller.userId());
        endpoints.demand(w, id);
        endpoints.pause(w, id, Why.PERSON);
        return tagged(endpoints.demand(w, id));
    }

    /**
     * Makes the caller responsible for the endpoint. Where it is suspended, and was not paused otherwise, what waits for it goes out, oldest
     * first.
     */
    @PostMapping("/{id}/take-over")
    ResponseEntity<EndpointView> takeOver(
            @PathVariable WorkspaceId w, @PathVariable EndpointId id, ExpectedVersion expected, Caller caller) {
        access.manager(w, caller.userId());
        return tagged(endpoints.takeOver(w, id, expected, caller.userId()));
    }

    /** Ends the pause, whatever its cause; 409 where the endpoint is suspended. */
    @DeleteMapping("/{id}/pause")
    ResponseEntity<EndpointView> resume(@PathVariable WorkspaceId w, @PathVariable EndpointId id, Caller caller) {
        access.manager(w, caller.userId());
        return tagged(endpoints.resume(w, id, caller.userId()));
    }

    private static ResponseEntity<EndpointView> tagged(Endpoint endpoint) {
        var view = EndpointView.of(endpoint);
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }

    /** What is kept under an idempotency key: not the secret. */
    record Created(EndpointId id) {}
}
