package dev.atelier.events.id;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.UUID;

/** Creates any {@link TypedId} record from its UUID. */
public final class TypedIdFactory {
    private static final ClassValue<MethodHandle> CONSTRUCTORS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
            try {
                return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class, UUID.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " is no record of one UUID", e);
            }
        }
    };

    private TypedIdFactory() {}

    public static <T extends TypedId> T of(Class<T> type, UUID value) {
        try {
            return type.cast(CONSTRUCTORS.get(type).invoke(value));
        } catch (Throwable e) {
            throw new IllegalStateException("cannot create a " + type.getSimpleName(), e);
        }
    }

    /**
     * Parses an id from a path or a document.
     *
     * @throws IllegalArgumentException if the text is not a UUID in its canonical 36 characters
     */
    public static <T extends TypedId> T parse(Class<T> type, String text) {
        var value = UUID.fromString(text);
        if (!value.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID");
        }
        return of(type, value);
    }
}
