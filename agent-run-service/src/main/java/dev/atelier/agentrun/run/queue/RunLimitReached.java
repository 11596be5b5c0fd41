package dev.atelier.agentrun.run.queue;

import dev.atelier.kit.problem.ProblemType;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import java.time.LocalDate;
import java.util.Map;

/** The workspace has used all runs that its plan allows in this calendar month (UTC). */
@ProblemType("run-limit-reached")
final class RunLimitReached extends Refusal {
    private static final long serialVersionUID = 1;

    RunLimitReached(long limit, long used, LocalDate next) {
        super(
                RefusalReason.FORBIDDEN,
                "All " + limit + " runs of this month that this workspace's plan allows were started. Wait until "
                        + next + ", or ask the manager for a larger plan.",
                Map.of("limit", limit, "used", used, "of", "RUNS_PER_MONTH", "until", next.toString()));
    }
}
