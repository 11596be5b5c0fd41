package dev.atelier.workspace.billing;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A customer of the payment provider pays for one workspace. */
@ProblemType("customer-taken")
final class CustomerTaken extends Refusal {
    private static final long serialVersionUID = 1;

    CustomerTaken() {
        super(Reason.CONFLICT, "This customer of the payment provider pays for another workspace already.");
    }
}
