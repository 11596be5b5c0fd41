package dev.atelier.workspace.auditlog;

import dev.atelier.events.id.UserId;
import dev.atelier.workspace.people.Person;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audit log entry as the manager reads it.
 *
 * @param id the id of the event, the same as in webhooks
 * @param type the event type, for example {@code workspace.member-removed}
 * @param actor who caused it; null if no person did
 * @param subject what it happened to, for example {@code projects/<id>}
 * @param details the other fields of the event by name: ids, names of things, numbers and codes
 */
record AuditLogEntryResponse(
        UUID id,
        Instant occurredAt,
        String type,
        @Nullable AuditLogActor actor,
        String subject,
        Map<String, Object> details) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> SHOWN_SEPARATELY = Set.of("workspaceId", "by");

    AuditLogEntryResponse {
        details = Map.copyOf(details);
    }

    /**
     * The person who caused an event.
     *
     * @param displayName the name that other members see; empty if nothing is known about the person any more
     */
    record AuditLogActor(UserId userId, String displayName) {}

    static AuditLogEntryResponse of(AuditLogEntry auditLogEntry, Function<UserId, Person> people) {
        var by = auditLogEntry.by();
        return new AuditLogEntryResponse(
                auditLogEntry.id(),
                auditLogEntry.at(),
                auditLogEntry.what(),
                by == null ? null : new AuditLogActor(by, people.apply(by).displayName()),
                auditLogEntry.about(),
                details(auditLogEntry.fact()));
    }

    private static Map<String, Object> details(String fact) {
        var details = new LinkedHashMap<>(JSON.readValue(fact, new TypeReference<Map<String, @Nullable Object>>() {}));
        details.keySet().removeAll(SHOWN_SEPARATELY);
        var said = new LinkedHashMap<String, Object>();
        details.forEach((name, value) -> {
            if (value != null) {
                said.put(name, value);
            }
        });
        return said;
    }
}
