package dev.atelier.agentrun.approval;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunEndListener;
import dev.atelier.agentrun.run.RunTransitionRecorder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalRequested;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests approvals and records people's decisions. */
@Component
public class ApprovalService {
    private final ApprovalStore store;
    private final RunTransitionRecorder runTransitionRecorder;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ApprovalService(
            ApprovalStore store,
            RunTransitionRecorder runTransitionRecorder,
            WorkspaceAuthorization workspaceAuthorization,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.store = store;
        this.runTransitionRecorder = runTransitionRecorder;
        this.workspaceAuthorization = workspaceAuthorization;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Requests an approval; the run then waits for it.
     *
     * @throws dev.atelier.agentrun.run.journal.RunFenced when another writer has written the run's next journal entry
     */
    public void requestApproval(Run run, RunHistory runHistory, ApprovalRequest approvalRequest) {
        transactionRunner.run(() -> {
            var now = clock.instant();
            var asked = new ApprovalRequested(
                    approvalRequest.approval(),
                    approvalRequest.call(),
                    approvalRequest.tool(),
                    approvalRequest.approver());
            runTransitionRecorder.record(
                    new JournalEntry(run.workspaceId(), run.id(), runHistory.nextSeq(), now, asked),
                    runHistory.spent());
            store.save(Approval.requested(run, approvalRequest, now));
        });
    }

    /** Records a person's decision and queues the run again, unless the run is paused. */
    Approval decide(WorkspaceId workspace, ApprovalId id, ApprovalOutcome outcome, String comment, UserId by) {
        return transactionRunner.call(() -> {
            var approval = store.get(workspace, id);
            var right = workspaceAuthorization.requireParticipant(workspace, approval.projectId(), by);
            var decided = approval.decide(outcome, comment, right, clock.instant());
            workspaceAuthorization.lockMembership(workspace, by);
            runTransitionRecorder.recordNextWithin(
                    workspace, approval.runId(), new ApprovalDecided(id, approval.call(), outcome, by, comment));
            return store.save(decided);
        });
    }

    Approval get(WorkspaceId workspace, ApprovalId id, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        var approval = store.get(workspace, id);
        workspaceAuthorization.requireParticipant(workspace, approval.projectId(), by);
        return approval;
    }

    CursorPage<Approval> list(WorkspaceId workspace, @Nullable ApprovalState state, CursorPageRequest page, UserId by) {
        var before = page.cursor() == null ? null : page.cursor().id(0, ApprovalId.class);
        var read = store.list(
                workspace,
                workspaceAuthorization.findReadableProjects(workspace, by).orElse(null),
                state,
                before,
                page.limitPlusOne());
        return CursorPage.of(read, page, approval -> PageCursorCodec.of(approval.id()));
    }

    /** Marks undecided approvals as cancelled when their run ends. */
    @Component
    static final class ApprovalCancellation implements RunEndListener {
        private final ApprovalStore store;

        ApprovalCancellation(ApprovalStore store) {
            this.store = store;
        }

        @Override
        public void onRunEnded(WorkspaceId workspace, RunId run) {
            store.of(workspace, run).stream()
                    .filter(approval -> approval.state() == ApprovalState.WAITING)
                    .forEach(approval -> store.save(approval.cancelled()));
        }
    }
}
