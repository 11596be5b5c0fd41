package dev.atelier.identity.account;

import dev.atelier.events.IdentityEvent;
import java.util.List;

/** An account after a change, with the events to publish; no events means that nothing changed. */
public record AccountChange(Account account, List<IdentityEvent> events) {
    public AccountChange {
        events = List.copyOf(events);
    }

    static AccountChange none(Account account) {
        return new AccountChange(account, List.of());
    }

    boolean isNone() {
        return events.isEmpty();
    }
}
