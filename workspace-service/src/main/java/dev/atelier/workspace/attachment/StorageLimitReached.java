package dev.atelier.workspace.attachment;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.workspace.plan.PlanLimitReached;

/** The file exceeds the storage that the workspace's plan has left. */
@ProblemType("storage-limit-reached")
final class StorageLimitReached extends PlanLimitReached {
    private static final long serialVersionUID = 1;

    StorageLimitReached(WorkspaceId workspace, long limit, long used) {
        super(
                workspace,
                PlanLimitKind.STORAGE_BYTES,
                "The files of this workspace take " + used + " of the " + limit
                        + " bytes of its plan, which leaves no room for this one. "
                        + "Delete files, or move to a larger plan.",
                limit,
                used);
    }
}
