package dev.atelier.kit.problem;

import dev.atelier.events.id.TypedId;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Describes Java types in words for clients. */
final class ClientTypeNames {
    private ClientTypeNames() {}

    static String of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getName()) {
            case "java.util.UUID" -> "a UUID";
            case "java.time.Instant", "java.time.OffsetDateTime" -> "a time such as 2026-11-22T18:00:00Z";
            case "java.time.LocalDate" -> "a date such as 2026-11-22";
            case "java.time.ZoneId" -> "a time zone such as Europe/Paris";
            default -> TypedId.class.isAssignableFrom(type) ? "a UUID" : "an object";
        };
    }
}
