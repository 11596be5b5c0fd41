package dev.atelier.agentrun.run.reading;

import dev.atelier.agentrun.run.Ending;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run as clients see it. Tokens and cost are those of ended runs; the steps tell them while it goes on.
 *
 * @param costMicros millionths of the currency's unit
 */
public record RunView(
        RunId id,
        AgentId agentId,
        int agentVersion,
        String agentName,
        ProjectId projectId,
        UserId startedBy,
        String input,
        boolean reportByMail,
        RunState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable Failure failure,
        long inputTokens,
        long outputTokens,
        long costMicros,
        String currency) {
    public static RunView of(Run run) {
        return of(run, run.ending() == null ? Spent.NOTHING : run.ending().spent());
    }

    static RunView of(Run run, Spent spent) {
        var order = run.order();
        var ending = run.ending();
        return new RunView(
                run.id(),
                order.agentId(),
                order.agentVersion(),
                order.agentName(),
                order.projectId(),
                order.startedBy(),
                order.input(),
                order.reportByMail(),
                run.state(),
                run.createdAt(),
                run.startedAt(),
                ending == null ? null : ending.at(),
                ending == null ? null : ending.result(),
                failure(ending),
                spent.inputTokens(),
                spent.outputTokens(),
                spent.costMicros(),
                spent.currency());
    }

    private static @Nullable Failure failure(@Nullable Ending ending) {
        return ending == null || ending.code() == null || ending.sentence() == null
                ? null
                : new Failure(ending.code(), ending.sentence());
    }

    /** What stopped a run. */
    public record Failure(String code, String sentence) {}
}
