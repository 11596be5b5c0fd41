package dev.atelier.workspace.billing;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The customer is linked with another workspace; a customer pays for one workspace only. */
@ProblemType("customer-taken")
final class CustomerTaken extends Refusal {
    private static final long serialVersionUID = 1;

    CustomerTaken() {
        super(RefusalReason.CONFLICT, "This customer of the payment provider pays for another workspace already.");
    }
}
