package dev.atelier.identity.addresschange;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The request of this link was completed or withdrawn, or has expired. */
@ProblemType("address-change-no-longer-open")
final class AddressChangeNoLongerOpen extends Refusal {
    private static final long serialVersionUID = 1;

    AddressChangeNoLongerOpen() {
        super(RefusalReason.GONE, "This link was used, taken back or has run out. Ask for the change again.");
    }
}
