package dev.atelier.kit.responsibility;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** Nobody becomes responsible for anything whose account is shut. */
@ProblemType("account-shut")
public final class AccountNotActive extends Refusal {
    private static final long serialVersionUID = 1;

    public AccountNotActive() {
        super(RefusalReason.FORBIDDEN, "This account is shut.");
    }
}
