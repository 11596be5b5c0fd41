package dev.atelier.workspace.integration;

import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.IntegrationId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
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
@RequestMapping("/api/workspaces/{workspaceId}/integrations")
class IntegrationController {
    private static final IntegrationId BEFORE_ALL = new IntegrationId(new UUID(0, 0));

    private final IntegrationService integrationService;
    private final WorkspaceAuthorization workspaceAuthorization;

    IntegrationController(IntegrationService integrationService, WorkspaceAuthorization workspaceAuthorization) {
        this.integrationService = integrationService;
        this.workspaceAuthorization = workspaceAuthorization;
    }

    /** Probes the system with the secret, and stores the integration if that succeeds. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IntegrationResponse> connect(
            @PathVariable WorkspaceId workspaceId, @Valid @RequestBody CreateIntegrationRequest body, Caller caller) {
        var connected = integrationService.connect(workspaceId, body, caller.userId());
        return ResponseEntity.created(URI.create("/api/workspaces/" + workspaceId + "/integrations/" + connected.id()))
                .eTag(ETags.of(connected.version()))
                .body(IntegrationResponse.of(connected, true));
    }

    /** Lists the integrations, oldest first. */
    @GetMapping
    CursorPage<IntegrationResponse> all(@PathVariable WorkspaceId workspaceId, CursorPageRequest page, Caller caller) {
        boolean manager = isManager(workspaceId, caller);
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, IntegrationId.class);
        return CursorPage.of(
                        integrationService.findAfter(workspaceId, after, page.limitPlusOne()),
                        page,
                        last -> PageCursorCodec.of(last.id()))
                .map(one -> IntegrationResponse.of(one, manager));
    }

    /** Returns an integration. */
    @GetMapping("/{integrationId}")
    ResponseEntity<IntegrationResponse> one(
            @PathVariable WorkspaceId workspaceId, @PathVariable IntegrationId integrationId, Caller caller) {
        boolean manager = isManager(workspaceId, caller);
        return tagged(integrationService.read(workspaceId, integrationId), manager);
    }

    /** Changes the given fields after the system was probed with them; 409 if the integration is suspended. */
    @PatchMapping("/{integrationId}")
    ResponseEntity<IntegrationResponse> update(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable IntegrationId integrationId,
            @Valid @RequestBody UpdateIntegrationRequest body,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(integrationService.update(workspaceId, integrationId, body, expected, caller.userId()), true);
    }

    /** Probes the system again with the stored secret; 409 if the integration is suspended. */
    @PostMapping("/{integrationId}/test")
    ResponseEntity<IntegrationResponse> probe(
            @PathVariable WorkspaceId workspaceId, @PathVariable IntegrationId integrationId, Caller caller) {
        return tagged(integrationService.probeAgain(workspaceId, integrationId, caller.userId()), true);
    }

    /** Makes the caller responsible for the integration. If it is suspended, its secret is used again. */
    @PostMapping("/{integrationId}/take-over")
    ResponseEntity<IntegrationResponse> takeOver(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable IntegrationId integrationId,
            ExpectedVersion expected,
            Caller caller) {
        return tagged(integrationService.takeOver(workspaceId, integrationId, expected, caller.userId()), true);
    }

    /** Deletes the integration and its secret. The secret itself must be revoked in the other system. */
    @DeleteMapping("/{integrationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable IntegrationId integrationId,
            ExpectedVersion expected,
            Caller caller) {
        integrationService.remove(workspaceId, integrationId, expected, caller.userId());
    }

    private boolean isManager(WorkspaceId workspace, Caller caller) {
        return workspaceAuthorization.requireMember(workspace, caller.userId()).role() == WorkspaceRole.MANAGER;
    }

    private static ResponseEntity<IntegrationResponse> tagged(Integration integration, boolean manager) {
        return ResponseEntity.ok()
                .eTag(ETags.of(integration.version()))
                .body(IntegrationResponse.of(integration, manager));
    }
}
