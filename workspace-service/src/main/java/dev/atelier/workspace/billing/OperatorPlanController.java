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

/** The plan of any workspace; of what is in it the operator sees numbers alone. */
@RestController
@OperatorOnly
@RequestMapping("/api/operator/workspaces/{w}/plan")
class OperatorPlanController {
    private final WorkspacePlanService workspacePlanService;

    OperatorPlanController(WorkspacePlanService workspacePlanService) {
        this.workspacePlanService = workspacePlanService;
    }

    @GetMapping
    ResponseEntity<PlanResponse> read(@PathVariable WorkspaceId w) {
        return tagged(workspacePlanService.read(w));
    }

    /** Sets plan, payment and customer. What is used beyond a smaller plan stays; nothing is added to it. */
    @PutMapping
    ResponseEntity<PlanResponse> set(
            @PathVariable WorkspaceId w,
            @Valid @RequestBody SetPlanRequest body,
            ExpectedVersion expected,
            Caller operator) {
        return tagged(workspacePlanService.set(w, body, expected, operator.userId()));
    }

    private static ResponseEntity<PlanResponse> tagged(PlanResponse view) {
        return ResponseEntity.ok().eTag(ETags.of(view.version())).body(view);
    }
}
