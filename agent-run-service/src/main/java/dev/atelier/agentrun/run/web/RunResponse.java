package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunOutcome;
import dev.atelier.agentrun.run.RunState;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Response body of a run. Tokens and cost are set when the run has ended; before that, the steps contain them.
 *
 * @param costMicros millionths of the currency's unit
 * @param tokensEstimated whether some of the tokens are estimated because a model's endpoint reported none
 */
public record RunResponse(
        RunId id,
        AgentId agentId,
        int agentVersion,
        String agentName,
        ProjectId projectId,
        UserId startedBy,
        String input,
        boolean sendReportByMail,
        RunState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable RunFailureResponse failure,
        long inputTokens,
        long outputTokens,
        long costMicros,
        String currency,
        boolean tokensEstimated) {
    public static RunResponse of(Run run) {
        return of(run, run.ending() == null ? RunUsage.NOTHING : run.ending().spent());
    }

    static RunResponse of(Run run, RunUsage runUsage) {
        var runRequest = run.order();
        var runOutcome = run.ending();
        return new RunResponse(
                run.id(),
                runRequest.agentId(),
                runRequest.agentVersion(),
                runRequest.agentName(),
                runRequest.projectId(),
                runRequest.startedBy(),
                runRequest.input(),
                runRequest.reportByMail(),
                run.state(),
                run.createdAt(),
                run.startedAt(),
                runOutcome == null ? null : runOutcome.at(),
                runOutcome == null ? null : runOutcome.result(),
                failure(runOutcome),
                runUsage.inputTokens(),
                runUsage.outputTokens(),
                runUsage.costMicros(),
                runUsage.currency(),
                runUsage.partlyEstimated());
    }

    private static @Nullable RunFailureResponse failure(@Nullable RunOutcome runOutcome) {
        return runOutcome == null || runOutcome.code() == null || runOutcome.sentence() == null
                ? null
                : new RunFailureResponse(
                        runOutcome.code(),
                        runOutcome.sentence(),
                        runOutcome.status(),
                        runOutcome.message() == null || runOutcome.message().isEmpty() ? null : runOutcome.message());
    }

    /**
     * The failure of a run.
     *
     * @param providerStatus the HTTP status of the model's endpoint if that caused the failure
     * @param providerMessage the endpoint's error message in one line, at most 300 characters, without keys
     */
    public record RunFailureResponse(
            String code,
            String message,
            @Nullable Integer providerStatus,
            @Nullable String providerMessage) {}
}
