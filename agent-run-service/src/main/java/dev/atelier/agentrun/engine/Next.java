package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.journal.Course.Wish;
import dev.atelier.agentrun.run.journal.Happening.Failed;
import dev.atelier.agentrun.tool.Tool;
import dev.atelier.events.AgentRunEvent.Approver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run needs next. */
sealed interface Next {
    /**
     * Asks the model with all that was said so far.
     *
     * @param pause how long to wait before, because it failed just now
     */
    record AskModel(Duration pause) implements Next {}

    /**
     * Calls a tool.
     *
     * @param startedAt the line in which it was marked started before; null where it was not
     */
    record UseTool(Wish wish, Tool tool, @Nullable Long startedAt) implements Next {}

    /** Gives the model an answer in a tool's place, because the call cannot be done as it is. */
    record AnswerFor(Wish wish, String reason) implements Next {}

    /** Waits for a person. */
    record AskPerson(Wish wish, Tool tool, Approver approver) implements Next {}

    /** Waits already. */
    record Wait() implements Next {}

    /** Ends with a result. */
    record Finish(String result) implements Next {}

    /** Ends without one. */
    record Fail(Failed why) implements Next {
        Fail(String code, String sentence) {
            this(Failed.of(code, sentence));
        }
    }
}
