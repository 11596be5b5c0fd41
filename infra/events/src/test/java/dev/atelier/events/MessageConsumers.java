package dev.atelier.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which services consume which type, for the message of a build that would break them. */
final class MessageConsumers {
    private static final Properties CONSUMERS = new Properties();

    static {
        try (var file = MessageConsumers.class.getResourceAsStream("/consumers.properties")) {
            CONSUMERS.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MessageConsumers() {}

    static String of(String type) {
        return CONSUMERS.getProperty(
                type, CONSUMERS.getProperty(type.substring(0, type.indexOf('.')) + ".*", "nobody yet"));
    }
}
