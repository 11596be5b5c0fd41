package dev.atelier.workspace.fact;

import dev.atelier.events.State;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.workspace.activity.Activity;
import org.springframework.stereotype.Component;

/** Puts what aggregates say into the outbox, in the running transaction. */
@Component
public class Facts {
    private final Outbox outbox;
    private final Activity activity;

    Facts(Outbox outbox, Activity activity) {
        this.outbox = outbox;
        this.activity = activity;
    }

    /** Says the change's fact, numbered by its aggregate, and notes it for the workspace's history. */
    public void say(Change<?> change) {
        var fact = change.fact();
        if (fact != null) {
            activity.note(fact, outbox.append(fact, change.after().sequence()));
        }
    }

    /** Publishes the current state of a thing. */
    public void publish(State state) {
        outbox.append(state);
    }
}
