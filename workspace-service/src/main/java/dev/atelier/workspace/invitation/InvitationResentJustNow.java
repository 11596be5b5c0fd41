package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;

/** The invitation was mailed again only moments ago. */
final class InvitationResentJustNow extends Refusal {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    InvitationResentJustNow(Duration wait) {
        super(Reason.LIMITED, "This invitation was sent again just now. Wait a while.");
        this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}
