package dev.atelier.agentrun.approval;

import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.AgentRunEvent.Outcome;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ApprovalController {
    private final Approvals approvals;
    private final JsonMapper json;

    ApprovalController(Approvals approvals, JsonMapper json) {
        this.approvals = approvals;
        this.json = json;
    }

    @GetMapping("/api/workspaces/{w}/approvals")
    Page<ApprovalView> list(
            @PathVariable("w") WorkspaceId workspaceId,
            @RequestParam(required = false) @Nullable ApprovalState state,
            PageRequest page,
            Caller caller) {
        return approvals.list(workspaceId, state, page, caller.userId()).map(this::view);
    }

    @GetMapping({"/api/workspaces/{w}/approvals/{id}", "/internal/workspaces/{w}/approvals/{id}"})
    ApprovalView get(
            @PathVariable("w") WorkspaceId workspaceId, @PathVariable("id") ApprovalId approvalId, Caller caller) {
        return view(approvals.get(workspaceId, approvalId, caller.userId()));
    }

    @PostMapping("/api/workspaces/{w}/approvals/{id}/decision")
    ApprovalView decide(
            @PathVariable("w") WorkspaceId workspaceId,
            @PathVariable("id") ApprovalId approvalId,
            @Valid @RequestBody Decision body,
            Caller caller) {
        var comment = body.comment() == null ? "" : body.comment();
        return view(approvals.decide(workspaceId, approvalId, body.outcome(), comment, caller.userId()));
    }

    private ApprovalView view(Approval approval) {
        return new ApprovalView(
                approval.id(),
                approval.projectId(),
                approval.runId(),
                approval.agentName(),
                approval.startedBy(),
                approval.tool(),
                approval.summary(),
                json.readTree(approval.arguments()),
                approval.approver(),
                approval.askedAt(),
                approval.state(),
                approval.decidedBy(),
                approval.decidedAt(),
                approval.comment());
    }

    /** A decision; the comment of a rejection goes back to the model. */
    record Decision(
            @NotNull Outcome outcome,
            @Nullable @Size(max = 2_000) String comment) {}

    /** An approval as clients see it. */
    record ApprovalView(
            ApprovalId id,
            ProjectId projectId,
            RunId runId,
            String agentName,
            UserId startedBy,
            String tool,
            String summary,
            JsonNode arguments,
            Approver approver,
            Instant askedAt,
            ApprovalState state,
            @Nullable UserId decidedBy,
            @Nullable Instant decidedAt,
            String comment) {}
}
