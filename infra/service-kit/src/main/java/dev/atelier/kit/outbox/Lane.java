package dev.atelier.kit.outbox;

import dev.atelier.events.Catalogue;
import java.util.Locale;

/** States and revocations never wait behind bulk. */
enum Lane {
    STATE,
    EVENTS;

    static Lane of(Catalogue.Entry entry) {
        return entry.state() ? STATE : EVENTS;
    }

    /** As stored and as in names of leases and producers. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
