package dev.atelier.kit.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.kafka.CloudEventHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka record that this service could not handle, or that waits behind one.
 *
 * @param id the position of the record, {@code topic-partition-offset}
 * @param payload the value; null for a state message, which is only referenced
 * @param line the queue in which it waits; null where the record has no subject, and for state messages
 * @param place position in its queue, the lowest is the head; 0 without a queue
 */
public record DeadLetter(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String type,
        List<DeadLetterHeader> headers,
        DeadLetterReason reason,
        Instant at,
        @Nullable String payload,
        @Nullable SubjectQueue line,
        long place) {

    public DeadLetter {
        headers = List.copyOf(headers);
    }

    static DeadLetter of(ConsumerRecord<String, String> record, DeadLetterReason reason, Instant at) {
        var headers = new ArrayList<DeadLetterHeader>();
        record.headers().forEach(header -> headers.add(DeadLetterHeader.of(header)));
        return new DeadLetter(
                "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset()),
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                CloudEventHeaders.header(record.headers(), CloudEventHeaders.SUBJECT),
                CloudEventHeaders.header(record.headers(), CloudEventHeaders.TYPE),
                headers,
                reason,
                at,
                null,
                null,
                0);
    }

    DeadLetter withPayload(@Nullable String value, @Nullable SubjectQueue in, long at) {
        return new DeadLetter(
                id, topic, partition, offset, key, subject, type, headers, reason, this.at, value, in, at);
    }

    /** Whether it was never handled, because it waits behind another one. */
    boolean isParked() {
        return reason.equals(DeadLetterReason.parked());
    }

    static DeadLetter of(Document stored) {
        var subject = stored.getString("subject");
        var topic = stored.getString("topic");
        return new DeadLetter(
                stored.getString("_id"),
                topic,
                stored.getInteger("partition"),
                stored.getLong("offset"),
                stored.getString("key"),
                subject,
                stored.getString("type"),
                stored.getList("headers", Document.class).stream()
                        .map(DeadLetterHeader::of)
                        .toList(),
                new DeadLetterReason(stored.getString("reason"), stored.getString("explanation")),
                stored.getDate("at").toInstant(),
                stored.getString("payload"),
                stored.getString("line") == null ? null : new SubjectQueue(topic, subject),
                stored.getLong("place"));
    }

    /** Returns the workspace that the headers name; null where they name none. */
    @Nullable WorkspaceId workspaceId() {
        return headers.stream()
                .filter(header -> header.name().equals(CloudEventHeaders.WORKSPACE) && header.text() != null)
                .map(header -> workspaceId(String.valueOf(header.text())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable WorkspaceId workspaceId(String text) {
        try {
            return TypedIdFactory.parse(WorkspaceId.class, text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    Document toDocument() {
        var workspace = workspaceId();
        return new Document("topic", topic)
                .append("workspaceId", workspace == null ? null : workspace.value())
                .append("partition", partition)
                .append("offset", offset)
                .append("key", key)
                .append("subject", subject)
                .append("type", type)
                .append(
                        "headers",
                        headers.stream().map(DeadLetterHeader::document).toList())
                .append("reason", reason.kind())
                .append("explanation", reason.explanation())
                .append("at", at)
                .append("payload", payload)
                .append("line", line == null ? null : line.id())
                .append("place", place);
    }

    /** Rebuilds the record as it was consumed from the topic. */
    @SuppressWarnings("NullAway") // Kafka's records can have null keys and values; their readers check for null
    public ConsumerRecord<String, String> toConsumerRecord() {
        var record = new ConsumerRecord<>(topic, partition, offset, key, payload);
        headers.forEach(header -> record.headers()
                .add(header.name(), header.text() == null ? null : header.text().getBytes(UTF_8)));
        return record;
    }

    /**
     * A header of the record. Its name may contain any characters, so it is stored as a value and not as a field name.
     */
    public record DeadLetterHeader(String name, @Nullable String text) {
        static DeadLetterHeader of(org.apache.kafka.common.header.Header header) {
            return new DeadLetterHeader(
                    header.key(), header.value() == null ? null : new String(header.value(), UTF_8));
        }

        static DeadLetterHeader of(Document stored) {
            return new DeadLetterHeader(stored.getString("name"), stored.getString("text"));
        }

        Document document() {
            return new Document("name", name).append("text", text);
        }
    }
}
