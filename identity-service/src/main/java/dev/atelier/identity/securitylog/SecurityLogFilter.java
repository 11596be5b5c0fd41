package dev.atelier.identity.securitylog;

import dev.atelier.events.id.UserId;
import dev.atelier.identity.securitylog.entry.SecurityLogKind;
import dev.atelier.identity.securitylog.entry.SecurityLogOutcome;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.web.PageCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A filter of the log, from query parameters of these names.
 *
 * @param kind what happened
 * @param outcome whether it succeeded
 * @param userId the person concerned, or who did it
 * @param from only what happened at this time (RFC 3339) or later
 * @param to only what happened before this time
 */
record SecurityLogFilter(
        @Nullable SecurityLogKind kind,
        @Nullable SecurityLogOutcome outcome,
        @Nullable UserId userId,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * Returns the query for matching entries, after a cursor of {@code at} in milliseconds and sequence where there is
     * one.
     */
    Criteria criteria(@Nullable PageCursor cursor) {
        var all = new ArrayList<Criteria>();
        if (kind != null) {
            all.add(Criteria.where("kind").is(kind));
        }
        if (outcome != null) {
            all.add(Criteria.where("outcome").is(outcome));
        }
        if (userId != null) {
            all.add(either(
                    Criteria.where("subject.value").is(userId.toString()),
                    Criteria.where("actor.value").is(userId.toString())));
        }
        if (from != null) {
            all.add(Criteria.where("at").gte(known("from", from)));
        }
        if (to != null) {
            all.add(Criteria.where("at").lt(known("to", to)));
        }
        if (cursor != null) {
            var at = Instant.ofEpochMilli(cursor.number(0));
            all.add(either(
                    Criteria.where("at").lt(at),
                    Criteria.where("at").is(at).and("_id").lt(cursor.number(1))));
        }
        return all.isEmpty() ? new Criteria() : new Criteria().andOperator(all);
    }

    private static Criteria either(Criteria one, Criteria other) {
        return new Criteria().orOperator(List.of(one, other));
    }

    private static Instant known(String parameter, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(END_OF_TIME)) {
            throw InvalidInput.of(parameter, "must be of the years 1970 to 9999");
        }
        return at;
    }
}
