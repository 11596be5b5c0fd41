package dev.atelier.kit.outbox;

import dev.atelier.events.MessageCatalogue;
import java.util.Locale;

/** Independent queues of the outbox: states, including revocations of access, never wait behind many events. */
enum OutboxLane {
    STATE,
    EVENTS;

    static OutboxLane of(MessageCatalogue.CatalogueEntry entry) {
        return entry.state() ? STATE : EVENTS;
    }

    /** The lane's name in stored documents, leases and producer ids. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
