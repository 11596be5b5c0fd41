package dev.atelier.workspace.invitation;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.ProblemType;
import dev.atelier.workspace.plan.PlanLimitReached;

/** All seats of the plan are taken by members and open invitations. */
@ProblemType("seat-limit-reached")
final class SeatLimitReached extends PlanLimitReached {
    private static final long serialVersionUID = 1;

    SeatLimitReached(WorkspaceId workspace, long limit, long used) {
        super(
                workspace,
                PlanLimitKind.SEATS,
                "All " + limit + " seats of this workspace's plan are taken by its members and its open invitations. "
                        + "Take an invitation back, remove a member, or move to a larger plan.",
                limit,
                used);
    }
}
