package dev.atelier.workspace.invitation;

import dev.atelier.kit.web.Reason;
import dev.atelier.kit.web.Refusal;
import java.time.Duration;
import java.util.Map;

/** The workspace has invited as many people within an hour as it may. */
final class TooManyInvitations extends Refusal {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyInvitations(int limit, Duration wait) {
        super(
                Reason.LIMITED,
                "This workspace has invited many people within an hour. Wait a while.",
                Map.of("limit", limit));
        this.wait = wait;
    }

    @Override
    public Duration retryAfter() {
        return wait;
    }
}
