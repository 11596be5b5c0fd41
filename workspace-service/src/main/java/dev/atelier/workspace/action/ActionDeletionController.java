package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.deletion.DeletionResponse;
import dev.atelier.workspace.deletion.DeletionResponseFactory;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActionDeletionController {
    private final ActionService actionService;
    private final DeletionResponseFactory progress;

    ActionDeletionController(ActionService actionService, DeletionResponseFactory progress) {
        this.actionService = actionService;
        this.progress = progress;
    }

    /**
     * Deletes an action permanently, with its comments and history. The body must contain its title as the name. Any
     * participant may.
     */
    @DeleteMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionResponse> delete(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @Valid @RequestBody ConfirmDeletionRequest body,
            Caller caller) {
        return progress.accepted(actionService.delete(workspaceId, projectId, actionId, body, caller.userId()));
    }
}
