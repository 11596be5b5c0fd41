package dev.atelier.workspace.membership;

import dev.atelier.kit.deletion.DataEraser;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.deletion.DeletionTarget.DeletionTargetKind;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Deletes the memberships of a deleted workspace and publishes their last state, before everything else is deleted. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MembershipEraser implements DataEraser {
    private final MembershipRepository rows;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final TransactionRunner transactionRunner;

    MembershipEraser(
            MembershipRepository rows,
            WorkspaceEventPublisher workspaceEventPublisher,
            TransactionRunner transactionRunner) {
        this.rows = rows;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.transactionRunner = transactionRunner;
    }

    @Override
    public int erase(DeletionTarget what, int limit) {
        if (what.kind() != DeletionTargetKind.WORKSPACE) {
            return 0;
        }
        return transactionRunner.call(() -> {
            var some = rows.findByWorkspaceId(what.workspaceId(), Limit.of(limit));
            some.forEach(row -> workspaceEventPublisher.publishState(row.toState()));
            rows.deleteByWorkspaceIdAndIdIn(
                    what.workspaceId(),
                    some.stream().map(MembershipDocument::id).toList());
            return some.size();
        });
    }

    @Override
    public Map<String, Long> counts(DeletionTarget what) {
        return what.kind() == DeletionTargetKind.WORKSPACE
                ? Map.of("members", rows.countByWorkspaceIdAndEndedFalse(what.workspaceId()))
                : Map.of();
    }
}
