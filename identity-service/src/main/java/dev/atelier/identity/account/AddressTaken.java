package dev.atelier.identity.account;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Somebody else has this address. Said only to who has shown that they read what is sent there. */
@ProblemType("address-taken")
public final class AddressTaken extends Refusal {
    private static final long serialVersionUID = 1;

    public AddressTaken() {
        super(Reason.CONFLICT, "Another account has this address.");
    }
}
