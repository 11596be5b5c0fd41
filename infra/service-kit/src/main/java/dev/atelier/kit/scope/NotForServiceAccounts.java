package dev.atelier.kit.scope;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;

/** The route is for people only, whatever scopes a service account has. */
@ProblemType("not-for-service-accounts")
public final class NotForServiceAccounts extends Refusal {
    private static final long serialVersionUID = 1;

    NotForServiceAccounts() {
        super(RefusalReason.FORBIDDEN, "This is for people; no scope opens it to a service account.");
    }
}
