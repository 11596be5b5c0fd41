package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.security.OperatorOnly;
import dev.atelier.kit.web.ETags;
import dev.atelier.kit.web.ExpectedVersion;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plan of any workspace. Of its content the operator sees only numbers. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/workspaces/{workspaceId}/plan")
class OperatorPlanController {
    private final WorkspacePlanService workspacePlanService;

    OperatorPlanController(WorkspacePlanService workspacePlanService) {
        this.workspacePlanService = workspacePlanService;
    }

    /** Returns the workspace's plan, for operators. */
    @GetMapping
    ResponseEntity<PlanResponse> read(@PathVariable WorkspaceId workspaceId) {
        return tagged(workspacePlanService.read(workspaceId));
    }

    /** Sets plan, payment and customer. What exceeds a smaller plan stays, but nothing can be added. */
    @PutMapping
    ResponseEntity<PlanResponse> set(
            @PathVariable WorkspaceId workspaceId,
            @Valid @RequestBody SetPlanRequest body,
            ExpectedVersion expected,
            Caller operator) {
        return tagged(workspacePlanService.set(workspaceId, body, expected, operator.userId()));
    }

    private static ResponseEntity<PlanResponse> tagged(PlanResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
