package dev.atelier.kit.responsibility;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Nobody becomes responsible for anything whose account is shut. */
@ProblemType("account-shut")
public final class AccountShut extends Refusal {
    private static final long serialVersionUID = 1;

    public AccountShut() {
        super(Reason.FORBIDDEN, "This account is shut.");
    }
}
