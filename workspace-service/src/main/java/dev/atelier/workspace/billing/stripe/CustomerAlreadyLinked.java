package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Somebody pays for the workspace. */
@ProblemType("customer-already-linked")
final class CustomerAlreadyLinked extends Refusal {
    private static final long serialVersionUID = 1;

    CustomerAlreadyLinked() {
        super(
                Reason.CONFLICT,
                "A customer of the payment provider pays for this workspace. Change the subscription there instead.");
    }
}
