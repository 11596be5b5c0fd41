package dev.atelier.events;

import dev.atelier.events.id.TypedId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.UserId;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Creates one instance of any message record, with every component filled and the same values in every build. */
final class SampleMessageFactory {
    private SampleMessageFactory() {}

    static PublishedMessage of(Class<? extends PublishedMessage> type) {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components).map(SampleMessageFactory::value).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object value(RecordComponent component) {
        var type = component.getType();
        if (TypedId.class.isAssignableFrom(type)) {
            return TypedIdFactory.of(type.asSubclass(TypedId.class), uuid(component));
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == Set.class) {
            return component.getGenericType().getTypeName().contains("UserId")
                    ? Set.of(TypedIdFactory.of(UserId.class, uuid(component)))
                    : Set.of("title");
        }
        return switch (type.getName()) {
            case "java.lang.String" -> component.getName();
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 3;
            case "long", "java.lang.Long" -> 7L;
            case "java.time.Instant" -> Instant.parse("2026-01-02T03:04:05.678Z");
            default -> throw new IllegalStateException("no sample of " + type);
        };
    }

    private static UUID uuid(RecordComponent component) {
        return UUID.nameUUIDFromBytes(component.getName().getBytes(StandardCharsets.UTF_8));
    }
}
