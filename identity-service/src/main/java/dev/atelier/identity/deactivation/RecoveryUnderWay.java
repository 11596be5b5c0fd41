package dev.atelier.identity.deactivation;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Only its recovery opens the account again. */
final class RecoveryUnderWay extends Refusal {
    private static final long serialVersionUID = 1;

    RecoveryUnderWay() {
        super(Reason.CONFLICT, "This account is being recovered. Go on with its case, or dismiss that one.");
    }
}
