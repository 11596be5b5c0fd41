package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.AgentDefinition;
import dev.atelier.agentrun.agent.AllowedTool;
import dev.atelier.agentrun.agent.RunLimits;
import dev.atelier.agentrun.engine.NextStep.AwaitApproval;
import dev.atelier.agentrun.engine.NextStep.CallModel;
import dev.atelier.agentrun.engine.NextStep.CallTool;
import dev.atelier.agentrun.engine.NextStep.CompleteRun;
import dev.atelier.agentrun.engine.NextStep.FailRun;
import dev.atelier.agentrun.engine.NextStep.RefuseToolCall;
import dev.atelier.agentrun.engine.NextStep.RequestApproval;
import dev.atelier.agentrun.model.ModelFailed.ModelFailureReason;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.Failed;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunHistory.PendingToolCall;
import dev.atelier.agentrun.tool.AgentTool;
import dev.atelier.agentrun.tool.RetrySemantics;
import dev.atelier.agentrun.tool.ToolRegistry;
import dev.atelier.events.AgentRunEvent.ApprovalOutcome;
import dev.atelier.events.AgentRunEvent.Approver;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides the next step of a run from its journal alone, so that any worker can continue another worker's run. */
@Component
class NextStepDecider {
    /** A run fails when workers claim it more often than this without progress. */
    static final int FRUITLESS = 10;

    private final ToolRegistry toolRegistry;

    NextStepDecider(ToolRegistry toolRegistry) {
        this.toolRegistry = toolRegistry;
    }

    NextStep next(RunHistory runHistory, AgentDefinition agent) {
        if (runHistory.fruitlessClaims() > FRUITLESS) {
            return new FailRun("engine-gave-up", "The run was taken up " + FRUITLESS + " times without getting on.");
        }
        var answer = runHistory.newestAnswer();
        if (answer.isEmpty()) {
            return askModel(runHistory, agent.limits());
        }
        if (answer.get().calls().isEmpty()) {
            return new CompleteRun(answer.get().text());
        }
        for (var pendingToolCall : answer.get().calls()) {
            if (!answered(runHistory, pendingToolCall)) {
                return withinLimits(runHistory, agent.limits(), next(runHistory, agent, pendingToolCall));
            }
        }
        return askModel(runHistory, agent.limits());
    }

    /** Calls the model, retries after a failed attempt, or ends the run with the failure. */
    private static NextStep askModel(RunHistory runHistory, RunLimits limits) {
        var failed = runHistory.failedTries();
        if (failed.isEmpty()) {
            return withinLimits(runHistory, limits, new CallModel(Duration.ZERO));
        }
        var newest = failed.getFirst();
        if (newest.pauseMillis() != null) {
            return withinLimits(runHistory, limits, new CallModel(Duration.ofMillis(newest.pauseMillis())));
        }
        var end = new FailRun(Failed.of(newest));
        // When the run's own limit caused a truncated answer or a timeout, the run fails with that limit.
        return newest.code().equals(ModelFailureReason.TRUNCATED.code()) || outOfTime(runHistory, limits)
                ? withinLimits(runHistory, limits, end)
                : end;
    }

    private static boolean outOfTime(RunHistory runHistory, RunLimits limits) {
        return runHistory.workedMillis() >= limits.time().toMillis();
    }

    private static boolean answered(RunHistory runHistory, PendingToolCall pendingToolCall) {
        return runHistory.answer(pendingToolCall.place()).isPresent()
                || runHistory
                        .asked(pendingToolCall.place())
                        .flatMap(runHistory::decision)
                        .filter(decided -> decided.outcome() == ApprovalOutcome.REJECTED)
                        .isPresent();
    }

    private NextStep next(RunHistory runHistory, AgentDefinition agent, PendingToolCall pendingToolCall) {
        var use = agent.tools().stream()
                .filter(candidate ->
                        candidate.tool().equals(pendingToolCall.call().tool()))
                .findFirst();
        var tool = use.flatMap(found -> toolRegistry.named(found.tool()));
        if (use.isEmpty() || tool.isEmpty()) {
            return new RefuseToolCall(pendingToolCall, "There is no tool with this name.");
        }
        var problem = tool.get().problemWith(pendingToolCall.call().arguments());
        if (problem.isPresent()) {
            return new RefuseToolCall(pendingToolCall, problem.get());
        }
        return next(runHistory, pendingToolCall, tool.get(), use.get());
    }

    private static NextStep next(
            RunHistory runHistory, PendingToolCall pendingToolCall, AgentTool tool, AllowedTool use) {
        var started = runHistory.started(pendingToolCall.place());
        var asked = runHistory.asked(pendingToolCall.place());
        if (asked.isPresent() && runHistory.decision(asked.get()).isEmpty()) {
            return new AwaitApproval();
        }
        if (started.isPresent()) {
            var approvedSince = asked.isPresent()
                    && runHistory.seqOf(asked.get()) > started.get().seq();
            return again(pendingToolCall, tool, started, approvedSince);
        }
        var approver = use.approval().approver();
        return approver == null || asked.isPresent()
                ? new CallTool(pendingToolCall, tool, null)
                : new RequestApproval(pendingToolCall, tool, approver);
    }

    /** Decides about a call that was in progress when its worker stopped. */
    private static NextStep again(
            PendingToolCall pendingToolCall, AgentTool tool, Optional<JournalEntry> started, boolean approvedSince) {
        if (tool.retrySemantics() != RetrySemantics.ASK_USER) {
            return new CallTool(
                    pendingToolCall, tool, started.map(JournalEntry::seq).orElse(null));
        }
        return approvedSince
                ? new CallTool(pendingToolCall, tool, null)
                : new RequestApproval(pendingToolCall, tool, Approver.PARTICIPANT);
    }

    private static NextStep withinLimits(RunHistory runHistory, RunLimits limits, NextStep nextStep) {
        if (nextStep instanceof AwaitApproval) {
            return nextStep;
        }
        if (runHistory.steps() >= limits.steps()) {
            return new FailRun("limit-of-steps", "The run reached its limit of " + limits.steps() + " steps.");
        }
        if (runHistory.spent().tokens() >= limits.tokens()) {
            return new FailRun("limit-of-tokens", "The run reached its limit of " + limits.tokens() + " tokens.");
        }
        if (outOfTime(runHistory, limits)) {
            return new FailRun(
                    "limit-of-time", "The run reached its limit of " + limits.seconds() + " seconds of work.");
        }
        return nextStep;
    }
}
