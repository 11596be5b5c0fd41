package dev.atelier.workspace.workspace;

import dev.atelier.kit.web.ProblemType;
import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;

/** Only the member who was asked can take over. */
@ProblemType("management-not-offered")
final class ManagementNotOffered extends Refusal {
    private static final long serialVersionUID = 1;

    ManagementNotOffered() {
        super(Reason.CONFLICT, "The management of this workspace is not offered to you, or not any more.");
    }
}
