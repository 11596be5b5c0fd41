package dev.atelier.identity.account;

import dev.atelier.events.IdentityEvent;
import java.util.List;

/** An account after a change, and what is to be said about it; nothing said means that nothing changed. */
public record Change(Account account, List<IdentityEvent> events) {
    public Change {
        events = List.copyOf(events);
    }

    static Change none(Account account) {
        return new Change(account, List.of());
    }

    boolean isNone() {
        return events.isEmpty();
    }
}
