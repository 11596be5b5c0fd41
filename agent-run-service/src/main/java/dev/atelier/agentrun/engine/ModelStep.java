package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.agentrun.model.ModelAnswer;
import dev.atelier.agentrun.model.ModelCharge;
import dev.atelier.agentrun.model.ModelClient;
import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelRequest;
import dev.atelier.agentrun.model.ModelRetryPolicy;
import dev.atelier.agentrun.model.ToolDescriptor;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.ConversationBuilder;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAnswered;
import dev.atelier.agentrun.run.journal.JournalEvent.ModelAttemptFailed;
import dev.atelier.agentrun.run.journal.ModelToolCall;
import dev.atelier.agentrun.run.journal.RunHistory;
import dev.atelier.agentrun.run.journal.RunUsage;
import dev.atelier.agentrun.tool.ToolRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends one request to the agent's model. */
@Component
class ModelStep {
    private final ModelClient modelClient;
    private final ModelRetryPolicy retries;
    private final ToolRegistry toolRegistry;
    private final EngineSettings settings;
    private final Clock clock;

    ModelStep(
            ModelClient modelClient,
            ModelRetryPolicy retries,
            ToolRegistry toolRegistry,
            EngineSettings settings,
            Clock clock) {
        this.modelClient = modelClient;
        this.retries = retries;
        this.toolRegistry = toolRegistry;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns the next journal entry: the answer or the failed attempt.
     *
     * @param told the system prompt
     * @param pause how long to wait before the request
     */
    JournalEntry ask(Run run, PublishedAgent agent, String told, RunHistory runHistory, Duration pause) {
        var began = System.nanoTime();
        var happened = answer(run, agent, told, runHistory, pause, began);
        return new JournalEntry(run.workspaceId(), run.id(), runHistory.nextSeq(), clock.instant(), happened);
    }

    private JournalEvent answer(
            Run run, PublishedAgent agent, String told, RunHistory runHistory, Duration pause, long began) {
        var limits = agent.definition().limits();
        var left = limits.time().minusMillis(runHistory.workedMillis());
        if (!pause.isZero()) {
            RetryPause.of(least(pause, left));
        }
        try {
            var question = ModelRequest.within(
                    ConversationBuilder.of(told, run.order().input(), runHistory),
                    offers(agent),
                    limits.tokens() - runHistory.spent().tokens(),
                    least(settings.modelTimeout(), left.minusNanos(System.nanoTime() - began)));
            var answer = modelClient.ask(run.workspaceId(), agent.definition().modelConnectionId(), question);
            return answered(answer, began);
        } catch (ModelFailed e) {
            return failed(e.failure(), runHistory, began);
        }
    }

    private static Duration least(Duration one, Duration other) {
        var least = one.compareTo(other) < 0 ? one : other;
        return least.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : least;
    }

    private List<ToolDescriptor> offers(PublishedAgent agent) {
        return agent.definition().tools().stream()
                .flatMap(use -> toolRegistry.named(use.tool()).stream())
                .map(tool -> new ToolDescriptor(tool.name(), tool.description(), tool.schema()))
                .toList();
    }

    private static ModelAnswered answered(ModelAnswer answer, long began) {
        return new ModelAnswered(
                answer.model(),
                answer.text(),
                answer.reasoning().isEmpty() ? null : answer.reasoning(),
                answer.calls().stream()
                        .map(call -> new ModelToolCall(call.id(), call.name(), call.arguments()))
                        .toList(),
                spent(answer.charge(), began));
    }

    private ModelAttemptFailed failed(ModelFailed.ModelFailure failure, RunHistory runHistory, long began) {
        var pause = retries.pauseAfter(failure, runHistory.failedTries().size() + 1);
        return new ModelAttemptFailed(
                failure.why().code(),
                failure.sentence(),
                failure.status(),
                failure.message(),
                failure.partialAnswer(),
                pause == null ? null : pause.toMillis(),
                spent(failure.charge(), began));
    }

    private static RunUsage spent(@Nullable ModelCharge charge, long began) {
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (charge == null) {
            return new RunUsage(0, 0, 0, RunUsage.NO_PRICE, millis, null);
        }
        var usage = charge.usage();
        return new RunUsage(
                usage.inputTokens(),
                usage.outputTokens(),
                charge.costMicros(),
                charge.currency(),
                millis,
                RunUsage.estimatedAs(usage.estimated()));
    }
}
