package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.PageCursor;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The order of a list of actions; actions with the same key are ordered by id, which grows with time. A list is read as
 * several ranges, one query each, because MongoDB would not answer one query for all of them from an index in order.
 */
record ActionSort(ActionSortKey key, Direction direction) {
    private static final int HIGHEST = 3;
    private static final String DUE = "due";

    /**
     * Reads the query parameters.
     *
     * @param sort created (default), due, priority or title
     * @param direction asc (default) or desc
     */
    static ActionSort of(@Nullable String sort, @Nullable String direction) {
        return new ActionSort(ActionSortKey.of(sort == null ? "created" : sort), directionOf(direction));
    }

    String cursor(Action last) {
        return PageCursorCodec.of(key.name(), direction.name(), key.of(last), last.id());
    }

    /** Returns the ranges of the whole list, or of what follows the cursor. */
    List<ActionSortRange> rangesFrom(@Nullable PageCursor cursor) {
        if (cursor == null) {
            return switch (key) {
                case CREATED -> List.of(byId(new Criteria()));
                case PRIORITY -> rankRanges(direction == Direction.ASC ? 0 : HIGHEST);
                case DUE ->
                    direction == Direction.ASC
                            ? List.of(byKey(new Criteria()))
                            : datedRanges(Criteria.where(DUE).lt(Action.NO_DATE));
                case TITLE -> List.of(byKey(new Criteria()));
            };
        }
        if (!cursor.text(0).equals(key.name()) || !cursor.text(1).equals(direction.name())) {
            throw InvalidInput.of("cursor", "must be of a list in the same order");
        }
        var value = cursor.as(2, key::read);
        var id = cursor.id(3, ActionId.class);
        var same = byId(after(Criteria.where(key.field).is(value).and("_id"), id));
        return switch (key) {
            case CREATED -> List.of(byId(after(Criteria.where("_id"), id)));
            case PRIORITY -> {
                int rank = (Integer) value;
                yield Stream.concat(
                                Stream.of(same), rankRanges(direction == Direction.ASC ? rank + 1 : rank - 1).stream())
                        .toList();
            }
            case DUE -> {
                if (value.equals(Action.NO_DATE)) {
                    yield List.of(same);
                }
                var behind = after(Criteria.where(DUE), value);
                yield Stream.concat(
                                Stream.of(same),
                                direction == Direction.ASC ? Stream.of(byKey(behind)) : datedRanges(behind).stream())
                        .toList();
            }
            case TITLE -> List.of(same, byKey(after(Criteria.where(key.field), value)));
        };
    }

    /** Latest first; actions without a date come last in this direction too. */
    private List<ActionSortRange> datedRanges(Criteria due) {
        return List.of(byKey(due), byId(Criteria.where(DUE).is(Action.NO_DATE)));
    }

    /** Returns one range for each rank, beginning with this one. */
    private List<ActionSortRange> rankRanges(int first) {
        var ranks = direction == Direction.ASC
                ? IntStream.rangeClosed(first, HIGHEST)
                : IntStream.rangeClosed(-first, 0).map(rank -> -rank);
        return ranks.mapToObj(rank -> byId(Criteria.where(key.field).is(rank))).toList();
    }

    private ActionSortRange byId(Criteria where) {
        return new ActionSortRange(where, Sort.by(direction, "_id"));
    }

    private ActionSortRange byKey(Criteria where) {
        return new ActionSortRange(where, Sort.by(direction, key.field, "_id"));
    }

    private Criteria after(Criteria field, Object value) {
        return direction == Direction.ASC ? field.gt(value) : field.lt(value);
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

    /** A part of a list, and its order. */
    record ActionSortRange(Criteria where, Sort sort) {}

    /** The sort key. */
    enum ActionSortKey {
        CREATED("createdAt"),
        DUE(ActionSort.DUE),
        PRIORITY("rank"),
        TITLE("title");

        private final String field;

        ActionSortKey(String field) {
            this.field = field;
        }

        static ActionSortKey of(String text) {
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
