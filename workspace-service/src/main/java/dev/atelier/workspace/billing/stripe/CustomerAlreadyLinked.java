package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A customer of the payment provider already pays for the workspace. */
@ProblemType("customer-already-linked")
final class CustomerAlreadyLinked extends Refusal {
    private static final long serialVersionUID = 1;

    CustomerAlreadyLinked() {
        super(
                RefusalReason.CONFLICT,
                "A customer of the payment provider pays for this workspace. Change the subscription there instead.");
    }
}
