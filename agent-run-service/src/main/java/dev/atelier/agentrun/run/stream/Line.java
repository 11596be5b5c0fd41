package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of the journal as a stream tells it. */
record Line(long seq, String type, Instant at, JsonNode data) {
    static Line of(Entry entry, JsonMapper json) {
        return new Line(entry.seq(), type(entry.what()), entry.at(), data(entry.what(), json));
    }

    /** A claim's token is the worker's own. */
    private static JsonNode data(Happening what, JsonMapper json) {
        return what instanceof Happening.Claimed ? json.createObjectNode() : json.valueToTree(what);
    }

    /** The event's name: {@code model-answered}. */
    static String type(Happening what) {
        return type(what.getClass());
    }

    static String type(Class<?> what) {
        return what.getSimpleName().replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
