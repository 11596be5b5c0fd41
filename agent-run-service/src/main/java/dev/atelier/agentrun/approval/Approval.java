package dev.atelier.agentrun.approval;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.access.ProjectAccess;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A tool call that needs a person's decision.
 *
 * @param call position of the call in the run's journal
 * @param summary one line that describes the effect of the call
 * @param arguments a JSON object as text
 * @param comment comment of the person who decided; may be empty
 */
@Document("approvals")
@TypeAlias("approval")
@CompoundIndex(name = "lists", def = "{workspaceId: 1, _id: -1}")
@CompoundIndex(name = "runs", def = "{workspaceId: 1, runId: 1}")
record Approval(
        @Id ApprovalId id,
        WorkspaceId workspaceId,
        ProjectId projectId,
        RunId runId,
        @NotPersonal("a place in the journal") String call,
        @NotPersonal("the display name of a thing") String agentName,
        UserId startedBy,
        @NotPersonal("a tool's name") String tool,

        @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String summary,

        @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String arguments,

        Approver approver,
        Instant askedAt,
        ApprovalState state,
        @Nullable UserId decidedBy,
        @Nullable Instant decidedAt,

        @PersonalData(
                category = Category.CONTENT,
                purpose = JournalEvent.PURPOSE,
                basis = Basis.CONTRACT,
                retention = JournalEvent.RETENTION)
        String comment,

        @Version @Nullable Long version)
        implements WorkspaceOwned {
    static Approval requested(Run run, ApprovalRequest approvalRequest, Instant now) {
        return new Approval(
                approvalRequest.approval(),
                run.workspaceId(),
                run.projectId(),
                run.id(),
                approvalRequest.call(),
                run.order().agentName(),
                run.startedBy(),
                approvalRequest.tool(),
                approvalRequest.summary(),
                approvalRequest.arguments(),
                approvalRequest.approver(),
                now,
                ApprovalState.WAITING,
                null,
                null,
                "",
                null);
    }

    Approval decide(ApprovalOutcome outcome, String said, ProjectAccess by, Instant now) {
        if (approver == Approver.MANAGER && !by.manager()) {
            throw new ManagerDecisionRequired();
        }
        if (state == ApprovalState.CANCELLED) {
            throw new ApprovalCancelled();
        }
        if (state != ApprovalState.WAITING) {
            throw new ApprovalAlreadyDecided(state);
        }
        return with(
                outcome == ApprovalOutcome.APPROVED ? ApprovalState.APPROVED : ApprovalState.REJECTED,
                by.userId(),
                now,
                said);
    }

    Approval cancelled() {
        return with(ApprovalState.CANCELLED, null, null, "");
    }

    private Approval with(ApprovalState next, @Nullable UserId by, @Nullable Instant at, String said) {
        return new Approval(
                id,
                workspaceId,
                projectId,
                runId,
                call,
                agentName,
                startedBy,
                tool,
                summary,
                arguments,
                approver,
                askedAt,
                next,
                by,
                at,
                said,
                version);
    }
}
