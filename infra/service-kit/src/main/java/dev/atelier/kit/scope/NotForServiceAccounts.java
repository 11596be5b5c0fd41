package dev.atelier.kit.scope;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** People alone may do this, whatever scopes a service account has. */
@ProblemType("not-for-service-accounts")
public final class NotForServiceAccounts extends Refusal {
    private static final long serialVersionUID = 1;

    NotForServiceAccounts() {
        super(Reason.FORBIDDEN, "This is for people; no scope opens it to a service account.");
    }
}
