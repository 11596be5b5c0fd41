package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.agent.PublishedAgent;
import dev.atelier.agentrun.model.Answer;
import dev.atelier.agentrun.model.Chats;
import dev.atelier.agentrun.model.ModelFailed;
import dev.atelier.agentrun.model.ToolOffer;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.Conversation;
import dev.atelier.agentrun.run.journal.Course;
import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.run.journal.Happening.ModelAnswered;
import dev.atelier.agentrun.run.journal.Spent;
import dev.atelier.agentrun.run.journal.ToolCall;
import dev.atelier.agentrun.tool.Tools;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Asks the agent's model for its next answer; what may pass is tried again. */
@Component
class Asking {
    private static final int TRIES = 3;

    private final Chats chats;
    private final Tools tools;
    private final EngineSettings settings;
    private final Clock clock;

    Asking(Chats chats, Tools tools, EngineSettings settings, Clock clock) {
        this.chats = chats;
        this.tools = tools;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The journal's next line: the answer, or the failure that ends the run.
     *
     * @param told what the agent is told before anything else
     */
    Entry ask(Run run, PublishedAgent agent, String told, Course course) {
        var began = System.nanoTime();
        return new Entry(
                run.workspaceId(),
                run.id(),
                course.nextSeq(),
                clock.instant(),
                answer(run, agent, told, course, began));
    }

    private Happening answer(Run run, PublishedAgent agent, String told, Course course, long began) {
        var messages = Conversation.of(told, run.order().input(), course);
        var left = agent.definition().limits().time().minusMillis(course.workedMillis());
        for (int attempt = 1; ; attempt++) {
            try {
                var limit = least(settings.modelTimeout(), left.minusNanos(System.nanoTime() - began));
                var answer = chats.ask(
                        run.workspaceId(), agent.definition().modelConnectionId(), messages, offers(agent), limit);
                return answered(answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            } catch (ModelFailed e) {
                var noTime = left.minusNanos(System.nanoTime() - began).isNegative();
                if (noTime) {
                    return new Failed(
                            "limit-of-time",
                            "The run reached its limit of "
                                    + agent.definition().limits().seconds() + " seconds of work.");
                }
                if (!e.why().passing() || attempt == TRIES) {
                    return new Failed(e.why().code(), e.why().sentence());
                }
                Pause.of(Duration.ofSeconds(attempt));
            }
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

    private static ModelAnswered answered(Answer answer, long millis) {
        return new ModelAnswered(
                answer.model(),
                answer.text(),
                answer.calls().stream()
                        .map(call -> new ToolCall(call.id(), call.name(), call.arguments()))
                        .toList(),
                new Spent(answer.inputTokens(), answer.outputTokens(), answer.costMicros(), answer.currency(), millis));
    }
}
