package dev.atelier.workspace.auditlog;

import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.InvalidInput;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Filters the history; a controller argument that is bound from query parameters of the same names.
 *
 * @param userId only what this person did
 * @param type event types, for example {@code workspace.member-removed}; at most 20
 * @param from only events at this time (RFC 3339) or later
 * @param to only events before this time
 */
record AuditLogFilter(
        @Nullable UserId userId,
        @Nullable @Size(max = AuditLogFilter.MAX_TYPES) List<String> type,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final int MAX_TYPES = 20;

    /**
     * Builds the MongoDB criteria.
     *
     * @throws InvalidInput if a parameter is invalid; names the parameter
     */
    Criteria toCriteria(WorkspaceId workspace) {
        var criteria = Criteria.where("workspaceId").is(workspace);
        if (userId != null) {
            criteria = criteria.and("by").is(userId);
        }
        if (type != null && !type.isEmpty()) {
            criteria = criteria.and("what").in(requireEventTypes(type));
        }
        if (from != null || to != null) {
            criteria = criteria.and("_id");
            criteria = from == null ? criteria : criteria.gte(firstId("from", from));
            criteria = to == null ? criteria : criteria.lt(firstId("to", to));
        }
        return criteria;
    }

    private static List<String> requireEventTypes(List<String> types) {
        if (types.size() > MAX_TYPES) {
            throw InvalidInput.of("type", "must be at most " + MAX_TYPES);
        }
        if (!types.stream().allMatch(AuditLogFilter::isEventType)) {
            throw InvalidInput.of("type", "must be types of events");
        }
        return types;
    }

    private static boolean isEventType(String type) {
        return MessageCatalogue.ofType(type).filter(entry -> !entry.state()).isPresent();
    }

    /** Event ids begin with their timestamp in 48 bits. */
    private static Object firstId(String parameter, Instant at) {
        if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw InvalidInput.of(parameter, "must be of the years 1970 to 9999");
        }
        return UuidV7.first(at);
    }
}
