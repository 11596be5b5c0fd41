package dev.atelier.identity.address;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** A link leads to a change of address that was done, taken back or has run out. */
@ProblemType("address-change-no-longer-open")
final class AddressChangeNoLongerOpen extends Refusal {
    private static final long serialVersionUID = 1;

    AddressChangeNoLongerOpen() {
        super(Reason.GONE, "This link was used, taken back or has run out. Ask for the change again.");
    }
}
