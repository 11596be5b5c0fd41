package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.kit.web.Cursor;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.InvalidInput;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/** In which order work items are listed; those with the same key by their ids. */
record ActionOrder(Key key, Direction direction) {
    /**
     * Reads the query parameters.
     *
     * @param sort created (where it is not given), due, priority or title
     * @param direction asc (where it is not given) or desc
     */
    static ActionOrder of(@Nullable String sort, @Nullable String direction) {
        return new ActionOrder(Key.of(sort == null ? "created" : sort), directionOf(direction));
    }

    Sort sort() {
        return Sort.by(direction, key.field, "_id");
    }

    boolean byTitle() {
        return key == Key.TITLE;
    }

    String cursor(Action last) {
        return Cursors.of(key.name(), direction.name(), key.of(last), last.id());
    }

    /** What comes after the item that the cursor was made of. */
    Criteria after(Cursor cursor) {
        if (!cursor.text(0).equals(key.name()) || !cursor.text(1).equals(direction.name())) {
            throw InvalidInput.of("cursor", "must be of a list in the same order");
        }
        var value = cursor.as(2, key::read);
        var id = cursor.id(3, ActionId.class);
        var onward = direction == Direction.ASC
                ? Criteria.where(key.field).gt(value)
                : Criteria.where(key.field).lt(value);
        var tie = Criteria.where(key.field).is(value);
        return new Criteria()
                .orOperator(
                        onward,
                        direction == Direction.ASC
                                ? tie.and("_id").gt(id)
                                : tie.and("_id").lt(id));
    }

    private static Direction directionOf(@Nullable String text) {
        if (text == null || text.equals("asc")) {
            return Direction.ASC;
        }
        if (text.equals("desc")) {
            return Direction.DESC;
        }
        throw InvalidInput.of("direction", "must be one of asc, desc");
    }

    /** What is sorted by. */
    enum Key {
        CREATED("createdAt"),
        DUE("due"),
        PRIORITY("rank"),
        TITLE("title");

        private final String field;

        Key(String field) {
            this.field = field;
        }

        static Key of(String text) {
            return Arrays.stream(values())
                    .filter(key -> key.name().toLowerCase(Locale.ROOT).equals(text))
                    .findAny()
                    .orElseThrow(() -> InvalidInput.of("sort", "must be one of created, due, priority, title"));
        }

        Object of(Action action) {
            return switch (this) {
                case CREATED -> action.createdAt();
                case DUE -> action.due();
                case PRIORITY -> action.rank();
                case TITLE -> action.title();
            };
        }

        Object read(String text) {
            return switch (this) {
                case CREATED -> Instant.parse(text);
                case PRIORITY -> Integer.valueOf(text);
                case DUE, TITLE -> text;
            };
        }
    }
}
