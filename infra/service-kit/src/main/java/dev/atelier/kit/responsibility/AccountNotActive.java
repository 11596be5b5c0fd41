package dev.atelier.kit.responsibility;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** A user whose account is not active cannot become responsible for anything. */
@ProblemType("account-shut")
public final class AccountNotActive extends Refusal {
    private static final long serialVersionUID = 1;

    public AccountNotActive() {
        super(RefusalReason.FORBIDDEN, "This account is shut.");
    }
}
