package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import java.time.Instant;
import java.util.Objects;
import org.springframework.data.annotation.TypeAlias;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A journal entry as a server-sent event. */
record JournalSseEvent(long sequence, String type, Instant occurredAt, JsonNode data) {
    static JournalSseEvent of(JournalEntry entry, JsonMapper json) {
        return new JournalSseEvent(entry.seq(), type(entry.what()), entry.at(), data(entry.what(), json));
    }

    /** Hides the token of a claim, which is internal to the worker. */
    private static JsonNode data(JournalEvent what, JsonMapper json) {
        return what instanceof JournalEvent.Claimed ? json.createObjectNode() : json.valueToTree(what);
    }

    /** Returns the event's name, for example {@code model-answered}: the type alias in the stored journal. */
    static String type(JournalEvent what) {
        return type(what.getClass());
    }

    static String type(Class<?> what) {
        return Objects.requireNonNull(what.getAnnotation(TypeAlias.class), "every entry of the journal has an alias")
                .value();
    }
}
