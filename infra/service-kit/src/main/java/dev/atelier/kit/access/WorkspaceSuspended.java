package dev.atelier.kit.access;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/**
 * The workspace has unpaid invoices: nothing new can be started in it, but existing data can be read, changed and
 * deleted.
 */
@ProblemType("workspace-suspended")
public final class WorkspaceSuspended extends Refusal {
    private static final long serialVersionUID = 1;

    public WorkspaceSuspended() {
        super(
                RefusalReason.PAYMENT_REQUIRED,
                "This workspace is suspended until its open bills are paid. Its manager finds them among its invoices.",
                Map.of("paymentState", "SUSPENDED"));
    }
}
