package dev.atelier.agentrun.approval;

import dev.atelier.agentrun.run.Progress;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunEnded;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening.ApprovalAsked;
import dev.atelier.agentrun.run.journal.Happening.ApprovalDecided;
import dev.atelier.events.AgentRunEvent.Outcome;
import dev.atelier.events.id.ApprovalId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asking people and hearing their decisions. */
@Component
public class Approvals {
    private final ApprovalStore store;
    private final Progress progress;
    private final Access access;
    private final Transactions transactions;
    private final Clock clock;

    Approvals(ApprovalStore store, Progress progress, Access access, Transactions transactions, Clock clock) {
        this.store = store;
        this.progress = progress;
        this.access = access;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lets the run wait for a person.
     *
     * @throws dev.atelier.agentrun.run.journal.LostRun when somebody else wrote the run's next line
     */
    public void ask(Run run, Course course, Question question) {
        transactions.run(() -> {
            var now = clock.instant();
            var asked = new ApprovalAsked(question.approval(), question.call(), question.tool(), question.approver());
            progress.record(new Entry(run.workspaceId(), run.id(), course.nextSeq(), now, asked), course.spent());
            store.save(Approval.asked(run, question, now));
        });
    }

    /** A person's word; the run goes on with it. */
    Approval decide(WorkspaceId workspace, ApprovalId id, Outcome outcome, String comment, UserId by) {
        return transactions.call(() -> {
            var approval = store.get(workspace, id);
            var right = access.participant(workspace, approval.projectId(), by);
            var decided = approval.decide(outcome, comment, right, clock.instant());
            access.rely(workspace, by);
            progress.recordNextWithin(
                    workspace, approval.runId(), new ApprovalDecided(id, approval.call(), outcome, by, comment));
            return store.save(decided);
        });
    }

    Approval get(WorkspaceId workspace, ApprovalId id, UserId by) {
        access.member(workspace, by);
        var approval = store.get(workspace, id);
        access.participant(workspace, approval.projectId(), by);
        return approval;
    }

    Page<Approval> list(WorkspaceId workspace, @Nullable ApprovalState state, PageRequest page, UserId by) {
        var before = page.cursor() == null ? null : page.cursor().id(0, ApprovalId.class);
        var read = store.list(
                workspace, access.readableProjects(workspace, by).orElse(null), state, before, page.limitAndOne());
        return Page.of(read, page, approval -> Cursors.of(approval.id()));
    }

    /** Approvals nobody decided lapse with their run. */
    @Component
    static final class Lapsing implements RunEnded {
        private final ApprovalStore store;

        Lapsing(ApprovalStore store) {
            this.store = store;
        }

        @Override
        public void ended(WorkspaceId workspace, RunId run) {
            store.of(workspace, run).stream()
                    .filter(approval -> approval.state() == ApprovalState.WAITING)
                    .forEach(approval -> store.save(approval.lapsed()));
        }
    }
}
