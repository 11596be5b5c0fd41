package dev.atelier.workspace.fact;

import dev.atelier.events.State;
import dev.atelier.kit.outbox.Outbox;
import org.springframework.stereotype.Component;

/** Puts what aggregates say into the outbox, in the running transaction. */
@Component
public class Facts {
    private final Outbox outbox;

    Facts(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Says the change's fact, numbered by its aggregate. */
    public void say(Change<?> change) {
        var fact = change.fact();
        if (fact != null) {
            outbox.append(fact, change.after().sequence());
        }
    }

    /** Publishes the current state of a thing. */
    public void publish(State state) {
        outbox.append(state);
    }
}
