package dev.atelier.agentrun.run.web;

import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent;
import java.time.Instant;
import java.util.Objects;
import org.springframework.data.annotation.TypeAlias;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of the journal as a stream tells it. */
record JournalSseEvent(long seq, String type, Instant at, JsonNode data) {
    static JournalSseEvent of(JournalEntry entry, JsonMapper json) {
        return new JournalSseEvent(entry.seq(), type(entry.what()), entry.at(), data(entry.what(), json));
    }

    /** A claim's token is the worker's own. */
    private static JsonNode data(JournalEvent what, JsonMapper json) {
        return what instanceof JournalEvent.Claimed ? json.createObjectNode() : json.valueToTree(what);
    }

    /** The event's name, for example {@code model-answered}: the alias under which the journal stores it. */
    static String type(JournalEvent what) {
        return type(what.getClass());
    }

    static String type(Class<?> what) {
        return Objects.requireNonNull(what.getAnnotation(TypeAlias.class), "every entry of the journal has an alias")
                .value();
    }
}
