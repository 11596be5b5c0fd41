package dev.atelier.workspace.action.erasing;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.workspace.action.Actions;
import dev.atelier.workspace.deletion.DeletionProgress;
import dev.atelier.workspace.deletion.DeletionView;
import dev.atelier.workspace.deletion.TypedName;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DeleteController {
    private final Actions actions;
    private final DeletionProgress progress;

    DeleteController(Actions actions, DeletionProgress progress) {
        this.actions = actions;
        this.progress = progress;
    }

    /** For good, with its comments and its history; its title is to be typed as the name. Any participant may. */
    @DeleteMapping("/api/workspaces/{w}/projects/{p}/actions/{a}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<DeletionView> delete(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            @Valid @RequestBody TypedName body,
            Caller caller) {
        return progress.accepted(actions.delete(w, p, a, body, caller.userId()));
    }
}
