package dev.atelier.identity.account;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Somebody else has this address. Said only to who has shown that they read what is sent there. */
@ProblemType("address-taken")
public final class AddressTaken extends Refusal {
    private static final long serialVersionUID = 1;

    public AddressTaken() {
        super(RefusalReason.CONFLICT, "Another account has this address.");
    }
}
