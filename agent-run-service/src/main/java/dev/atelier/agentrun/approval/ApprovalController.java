package dev.atelier.agentrun.approval;

import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import jakarta.validation.Valid;
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
    private final ApprovalService approvalService;
    private final JsonMapper json;

    ApprovalController(ApprovalService approvalService, JsonMapper json) {
        this.approvalService = approvalService;
        this.json = json;
    }

    /** Lists the approvals of the workspace's runs. */
    @GetMapping("/api/workspaces/{workspaceId}/approvals")
    CursorPage<ApprovalResponse> list(
            @PathVariable WorkspaceId workspaceId,
            @RequestParam(required = false) @Nullable ApprovalState state,
            CursorPageRequest page,
            Caller caller) {
        return approvalService.list(workspaceId, state, page, caller.userId()).map(this::view);
    }

    /** Returns an approval. */
    @GetMapping({
        "/api/workspaces/{workspaceId}/approvals/{approvalId}",
        "/internal/workspaces/{workspaceId}/approvals/{approvalId}"
    })
    ApprovalResponse get(@PathVariable WorkspaceId workspaceId, @PathVariable ApprovalId approvalId, Caller caller) {
        return view(approvalService.get(workspaceId, approvalId, caller.userId()));
    }

    /** Lets the run call the tool. */
    @PostMapping("/api/workspaces/{workspaceId}/approvals/{approvalId}/approve")
    ApprovalResponse approve(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ApprovalId approvalId,
            @Valid @RequestBody(required = false) @Nullable DecideApprovalRequest body,
            Caller caller) {
        return decide(workspaceId, approvalId, ApprovalOutcome.APPROVED, body, caller);
    }

    /** Refuses the call of the tool; the run goes on without it, and its model receives the comment. */
    @PostMapping("/api/workspaces/{workspaceId}/approvals/{approvalId}/reject")
    ApprovalResponse reject(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ApprovalId approvalId,
            @Valid @RequestBody(required = false) @Nullable DecideApprovalRequest body,
            Caller caller) {
        return decide(workspaceId, approvalId, ApprovalOutcome.REJECTED, body, caller);
    }

    private ApprovalResponse decide(
            WorkspaceId workspaceId,
            ApprovalId approvalId,
            ApprovalOutcome outcome,
            @Nullable DecideApprovalRequest body,
            Caller caller) {
        var comment = body == null || body.comment() == null ? "" : body.comment();
        return view(approvalService.decide(workspaceId, approvalId, outcome, comment, caller.userId()));
    }

    private ApprovalResponse view(Approval approval) {
        return new ApprovalResponse(
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

    /**
     * Request body of a decision.
     *
     * @param comment at most 2,000 characters; the model receives the comment of a rejection
     */
    record DecideApprovalRequest(
            @Nullable @Size(max = 2_000) String comment) {}

    /** Response body of an approval. */
    record ApprovalResponse(
            ApprovalId id,
            ProjectId projectId,
            RunId runId,
            String agentName,
            UserId startedBy,
            String tool,
            String summary,
            JsonNode arguments,
            Approver approver,
            Instant requestedAt,
            ApprovalState state,
            @Nullable UserId decidedBy,
            @Nullable Instant decidedAt,
            String comment) {}
}
