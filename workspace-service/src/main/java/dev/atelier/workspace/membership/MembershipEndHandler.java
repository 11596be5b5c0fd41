package dev.atelier.workspace.membership;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.work.BatchJob;
import dev.atelier.kit.work.BatchJobHandler;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends in batches what depends on an ended membership. */
@Component
class MembershipEndHandler implements BatchJobHandler {
    private static final String KIND = "membership-ended";
    private static final int BATCH = 20;
    private static final String GO_ON = "";

    private final MembershipRepository rows;
    private final List<MembershipEndListener> endings;
    private final TransactionRunner transactionRunner;

    MembershipEndHandler(
            MembershipRepository rows, List<MembershipEndListener> endings, TransactionRunner transactionRunner) {
        this.rows = rows;
        this.endings = List.copyOf(endings);
        this.transactionRunner = transactionRunner;
    }

    static BatchJob createJob(WorkspaceId workspace, UserId member, @Nullable UserId by) {
        return BatchJob.ofMember(KIND, workspace, member, by);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable String handle(BatchJob job, Instant requestedAt, @Nullable String position) {
        var workspace = Objects.requireNonNull(job.workspaceId());
        var member = Objects.requireNonNull(job.userId());
        var by = Objects.requireNonNullElse(job.by(), member);
        return endings.stream()
                        .anyMatch(ending -> transactionRunner.call(() -> endBatch(ending, workspace, member, by)) > 0)
                ? GO_ON
                : null;
    }

    /** A member who has returned did so after everything had ended: what exists now belongs to the new membership. */
    private int endBatch(MembershipEndListener ending, WorkspaceId workspace, UserId member, UserId by) {
        var lasts = rows.findByWorkspaceIdAndUserId(workspace, member).filter(row -> !row.ended());
        return lasts.isPresent() ? 0 : ending.end(workspace, member, by, BATCH);
    }
}
