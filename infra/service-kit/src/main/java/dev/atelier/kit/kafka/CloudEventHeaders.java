package dev.atelier.kit.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.WorkspaceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The names of the CloudEvents headers, and methods that read them. Source: CloudEvents 1.0, Kafka protocol binding,
 * binary mode.
 */
public final class CloudEventHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String SPECVERSION = "ce_specversion";
    public static final String TIME = "ce_time";
    public static final String DATASCHEMA = "ce_dataschema";
    public static final String WORKSPACE = "ce_workspaceid";
    public static final String SEQUENCE = "ce_sequence";
    public static final String TRACEPARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /** Returns the header's text; null where it is missing. */
    public static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /**
     * Reads the envelope of a message from its headers.
     *
     * @throws UnreadableMessage where a header is missing or invalid
     */
    public static MessageEnvelope envelope(ConsumerRecord<String, ?> message) {
        var headers = message.headers();
        return new MessageEnvelope(
                read(headers, ID, UUID::fromString),
                requireHeader(headers, TYPE),
                requireHeader(headers, SOURCE),
                requireHeader(headers, SUBJECT),
                requireHeader(headers, DATASCHEMA),
                read(headers, TIME, Instant::parse),
                header(headers, WORKSPACE) == null
                        ? null
                        : read(headers, WORKSPACE, text -> TypedIdFactory.parse(WorkspaceId.class, text)),
                read(headers, SEQUENCE, Long::parseLong));
    }

    private static <T> T read(Headers headers, String name, Function<String, T> reading) {
        var value = requireHeader(headers, name);
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableMessage("header " + name + " cannot be read", e);
        }
    }

    private static String requireHeader(Headers headers, String name) {
        var value = header(headers, name);
        if (value == null) {
            throw new UnreadableMessage("header " + name + " is missing", null);
        }
        return value;
    }

    /** Thrown for a record that is not a message of the catalogue. */
    public static final class UnreadableMessage extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnreadableMessage(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
