package dev.atelier.kit.web;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.kit.problem.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The position at which a page starts: the sort keys of the item before it. A key that is missing or of another type
 * is the client's error and refused with {@link dev.atelier.kit.problem.InvalidInput}.
 */
public record PageCursor(List<@Nullable String> keys) {
    public PageCursor {
        keys = PageCursorCodec.copy(keys);
    }

    /** Returns the key as text; null where the item had none. */
    public @Nullable String textOrNull(int index) {
        if (index >= keys.size()) {
            throw invalidCursor();
        }
        return keys.get(index);
    }

    public String text(int index) {
        var text = textOrNull(index);
        if (text == null) {
            throw invalidCursor();
        }
        return text;
    }

    public Instant time(int index) {
        return as(index, Instant::parse);
    }

    public long number(int index) {
        return as(index, Long::valueOf);
    }

    public <T extends TypedId> T id(int index, Class<T> type) {
        return as(index, text -> TypedIdFactory.parse(type, text));
    }

    /** Returns the key as converted by a function that throws where it cannot. */
    public <T> T as(int index, Function<String, T> reader) {
        var text = text(index);
        try {
            return reader.apply(text);
        } catch (RuntimeException e) {
            throw invalidCursor();
        }
    }

    static InvalidInput invalidCursor() {
        return InvalidInput.of("cursor", "must be the next of an earlier page of this list");
    }
}
