package dev.atelier.workspace.workspace.ratelimit;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.Duration;
import java.util.Map;

/** The person has reached the daily limit of new workspaces. */
@ProblemType("too-many-workspaces")
final class TooManyWorkspaces extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyWorkspaces(int limit, Duration wait) {
        super(
                RefusalReason.LIMITED,
                "You have made many workspaces within a day. Wait a while.",
                Map.of("limit", limit),
                wait);
    }
}
