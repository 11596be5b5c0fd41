package dev.atelier.agentrun.run.stream;

import dev.atelier.agentrun.run.journal.Entry;
import dev.atelier.agentrun.run.journal.Happening;
import java.time.Instant;
import java.util.Objects;
import org.springframework.data.annotation.TypeAlias;
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

    /** The event's name, for example {@code model-answered}: the alias under which the journal stores it. */
    static String type(Happening what) {
        return type(what.getClass());
    }

    static String type(Class<?> what) {
        return Objects.requireNonNull(what.getAnnotation(TypeAlias.class), "every entry of the journal has an alias")
                .value();
    }
}
