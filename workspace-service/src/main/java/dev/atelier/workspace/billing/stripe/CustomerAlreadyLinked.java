package dev.atelier.workspace.billing.stripe;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Somebody pays for the workspace. */
final class CustomerAlreadyLinked extends Refusal {
    private static final long serialVersionUID = 1;

    CustomerAlreadyLinked() {
        super(
                Reason.CONFLICT,
                "A customer of the payment provider pays for this workspace. Change the subscription there instead.");
    }
}
