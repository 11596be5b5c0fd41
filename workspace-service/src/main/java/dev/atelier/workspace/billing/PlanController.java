package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PlanController {
    private final WorkspacePlanService workspacePlanService;

    PlanController(WorkspacePlanService workspacePlanService) {
        this.workspacePlanService = workspacePlanService;
    }

    /** Returns the plan, to the manager. */
    @GetMapping("/api/workspaces/{workspaceId}/plan")
    ResponseEntity<PlanResponse> read(@PathVariable WorkspaceId workspaceId, Caller caller) {
        var view = workspacePlanService.read(workspaceId, caller.userId());
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
