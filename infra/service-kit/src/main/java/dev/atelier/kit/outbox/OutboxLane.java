package dev.atelier.kit.outbox;

import dev.atelier.events.MessageCatalogue;
import java.util.Locale;

/** States and revocations never wait behind bulk. */
enum OutboxLane {
    STATE,
    EVENTS;

    static OutboxLane of(MessageCatalogue.CatalogueEntry entry) {
        return entry.state() ? STATE : EVENTS;
    }

    /** As stored and as in names of leases and producers. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
