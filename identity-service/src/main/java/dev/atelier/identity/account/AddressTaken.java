package dev.atelier.identity.account;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Another account has this address. Only shown to a caller who has proven that they receive mail there. */
@ProblemType("address-taken")
public final class AddressTaken extends Refusal {
    private static final long serialVersionUID = 1;

    public AddressTaken() {
        super(RefusalReason.CONFLICT, "Another account has this address.");
    }
}
