package dev.atelier.workspace.integration;

import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import jakarta.validation.Valid;
import java.net.URI;
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

@RestController
@RequestMapping("/api/workspaces/{w}/integrations")
class IntegrationController {
    private static final IntegrationId BEFORE_ALL = new IntegrationId(new UUID(0, 0));

    private final Integrations integrations;
    private final Access access;

    IntegrationController(Integrations integrations, Access access) {
        this.integrations = integrations;
        this.access = access;
    }

    /** Asks the system with the secret, and keeps it where it works. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IntegrationView> connect(
            @PathVariable WorkspaceId w, @Valid @RequestBody NewIntegration body, Caller caller) {
        var connected = integrations.connect(w, body, caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + w + "/integrations/" + connected.id()))
                .eTag(ETags.of(connected.version()))
                .body(IntegrationView.of(connected, true));
    }

    /** Oldest first. */
    @GetMapping
    Page<IntegrationView> all(@PathVariable WorkspaceId w, PageRequest page, Caller caller) {
        boolean manager = manages(w, caller);
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, IntegrationId.class);
        return Page.of(integrations.after(w, after, page.limitAndOne()), page, last -> Cursors.of(last.id()))
                .map(one -> IntegrationView.of(one, manager));
    }

    @GetMapping("/{i}")
    ResponseEntity<IntegrationView> one(@PathVariable WorkspaceId w, @PathVariable IntegrationId i, Caller caller) {
        boolean manager = manages(w, caller);
        return tagged(integrations.read(w, i), manager);
    }

    /** Changes what is sent, once the system was asked with it; 409 where it is suspended. */
    @PatchMapping("/{i}")
    ResponseEntity<IntegrationView> change(
            @PathVariable WorkspaceId w,
            @PathVariable IntegrationId i,
            @Valid @RequestBody IntegrationPatch body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(integrations.change(w, i, body, expected, caller.userId()), true);
    }

    /** Asks the system again with what is stored; 409 where it is suspended. */
    @PostMapping("/{i}/trial")
    ResponseEntity<IntegrationView> tryAgain(
            @PathVariable WorkspaceId w, @PathVariable IntegrationId i, Caller caller) {
        return tagged(integrations.tryAgain(w, i, caller.userId()), true);
    }

    /** Makes the caller responsible for the integration. Where it is suspended, its secret is used again. */
    @PostMapping("/{i}/take-over")
    ResponseEntity<IntegrationView> takeOver(
            @PathVariable WorkspaceId w, @PathVariable IntegrationId i, ExpectedVersion expected, Caller caller) {
        return tagged(integrations.takeOver(w, i, expected, caller.userId()), true);
    }

    /** Forgets the system and its secret. What the secret may do there is ended there. */
    @DeleteMapping("/{i}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable WorkspaceId w, @PathVariable IntegrationId i, ExpectedVersion expected, Caller caller) {
        integrations.remove(w, i, expected, caller.userId());
    }

    private boolean manages(WorkspaceId workspace, Caller caller) {
        return access.member(workspace, caller.userId()).role() == Role.MANAGER;
    }

    private static ResponseEntity<IntegrationView> tagged(Integration integration, boolean manager) {
        return ResponseEntity.ok().eTag(ETags.of(integration.version())).body(IntegrationView.of(integration, manager));
    }
}
