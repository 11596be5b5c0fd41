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
 * @param tokensEstimated whether a model's endpoint reported no tokens, so that some of them were estimated
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
        String currency,
        boolean tokensEstimated) {
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
                spent.currency(),
                spent.partlyEstimated());
    }

    private static @Nullable Failure failure(@Nullable Ending ending) {
        return ending == null || ending.code() == null || ending.sentence() == null
                ? null
                : new Failure(
                        ending.code(),
                        ending.sentence(),
                        ending.status(),
                        ending.message() == null || ending.message().isEmpty() ? null : ending.message());
    }

    /**
     * What stopped a run.
     *
     * @param providerStatus the HTTP status of the model's endpoint, where that is why
     * @param providerMessage the endpoint's own words in one line, at most 300 characters, without keys
     */
    public record Failure(
            String code,
            String sentence,
            @Nullable Integer providerStatus,
            @Nullable String providerMessage) {}
}
