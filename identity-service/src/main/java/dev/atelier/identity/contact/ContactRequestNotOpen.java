package dev.atelier.identity.contact;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.util.Map;

/** The request was answered or closed before. */
@ProblemType("contact-request-not-open")
final class ContactRequestNotOpen extends Refusal {
    private static final long serialVersionUID = 1;

    ContactRequestNotOpen(ContactRequest.ContactRequestState state) {
        super(RefusalReason.CONFLICT, "This request was answered or closed before.", Map.of("state", state.name()));
    }
}
