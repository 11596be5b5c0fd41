package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.agentrun.model.Answer;
import dev.atelier.agentrun.model.Charge;
import dev.atelier.agentrun.model.Chats;
import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ModelQuestion;
import dev.atelier.agentrun.model.ModelRetryPolicy;
import dev.atelier.agentrun.model.ToolOffer;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Conversation;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.ModelAnswered;
import dev.atelier.agentrun.run.journal.Happening.ModelTryFailed;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.agentrun.run.journal.ToolCall;
import dev.atelier.agentrun.tool.Tools;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the agent's model once for its next answer. */
@Component
class Asking {
    private final Chats chats;
    private final ModelRetryPolicy retries;
    private final Tools tools;
    private final EngineSettings settings;
    private final Clock clock;

    Asking(Chats chats, ModelRetryPolicy retries, Tools tools, EngineSettings settings, Clock clock) {
        this.chats = chats;
        this.retries = retries;
        this.tools = tools;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The journal's next line: the answer, or the try that failed.
     *
     * @param told what the agent is told before anything else
     * @param pause how long to wait before
     */
    Entry ask(Run run, PublishedAgent agent, String told, Course course, Duration pause) {
        var began = System.nanoTime();
        var happened = answer(run, agent, told, course, pause, began);
        return new Entry(run.workspaceId(), run.id(), course.nextSeq(), clock.instant(), happened);
    }

    private Happening answer(Run run, PublishedAgent agent, String told, Course course, Duration pause, long began) {
        var limits = agent.definition().limits();
        var left = limits.time().minusMillis(course.workedMillis());
        if (!pause.isZero()) {
            Pause.of(least(pause, left));
        }
        try {
            var question = ModelQuestion.within(
                    Conversation.of(told, run.order().input(), course),
                    offers(agent),
                    limits.tokens() - course.spent().tokens(),
                    least(settings.modelTimeout(), left.minusNanos(System.nanoTime() - began)));
            var answer = chats.ask(run.workspaceId(), agent.definition().modelConnectionId(), question);
            return answered(answer, began);
        } catch (ModelFailed e) {
            return failed(e.failure(), course, began);
        }
    }

    private static Duration least(Duration one, Duration other) {
        var least = one.compareTo(other) < 0 ? one : other;
        return least.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : least;
    }

    private List<ToolOffer> offers(PublishedAgent agent) {
        return agent.definition().tools().stream()
                .flatMap(use -> tools.named(use.tool()).stream())
                .map(tool -> new ToolOffer(tool.name(), tool.description(), tool.schema()))
                .toList();
    }

    private static ModelAnswered answered(Answer answer, long began) {
        return new ModelAnswered(
                answer.model(),
                answer.text(),
                answer.reasoning().isEmpty() ? null : answer.reasoning(),
                answer.calls().stream()
                        .map(call -> new ToolCall(call.id(), call.name(), call.arguments()))
                        .toList(),
                spent(answer.charge(), began));
    }

    private ModelTryFailed failed(ModelFailed.Failure failure, Course course, long began) {
        var pause = retries.pauseAfter(failure, course.failedTries().size() + 1);
        return new ModelTryFailed(
                failure.why().code(),
                failure.sentence(),
                failure.status(),
                failure.message(),
                failure.partialAnswer(),
                pause == null ? null : pause.toMillis(),
                spent(failure.charge(), began));
    }

    private static Spent spent(@Nullable Charge charge, long began) {
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (charge == null) {
            return new Spent(0, 0, 0, Spent.NO_PRICE, millis, null);
        }
        var usage = charge.usage();
        return new Spent(
                usage.inputTokens(),
                usage.outputTokens(),
                charge.costMicros(),
                charge.currency(),
                millis,
                Spent.estimatedAs(usage.estimated()));
    }
}
