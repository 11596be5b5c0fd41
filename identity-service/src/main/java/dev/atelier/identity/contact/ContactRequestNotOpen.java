package dev.atelier.identity.contact;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.util.Map;

/** The request was answered or closed before. */
@ProblemType("contact-request-not-open")
final class ContactRequestNotOpen extends Refusal {
    private static final long serialVersionUID = 1;

    ContactRequestNotOpen(ContactRequest.State state) {
        super(Reason.CONFLICT, "This request was answered or closed before.", Map.of("state", state.name()));
    }
}
