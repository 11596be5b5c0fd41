package dev.atelier.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.kit.kafka.CloudEventHeaders;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Maps an outbox document to a Kafka record. The record's timestamp is the message's own time. */
final class OutboxRecordMapper {
    private OutboxRecordMapper() {}

    static ProducerRecord<String, String> of(Document message) {
        var time = message.getString("time");
        var outgoing = new ProducerRecord<>(
                message.getString("aggregatetype"),
                null,
                Instant.parse(time).toEpochMilli(),
                message.getString("key"),
                message.getString("payload"));
        header(outgoing, CloudEventHeaders.SPECVERSION, message.getString("specversion"));
        header(outgoing, CloudEventHeaders.ID, message.getString("_id"));
        header(outgoing, CloudEventHeaders.TYPE, message.getString("type"));
        header(outgoing, CloudEventHeaders.SOURCE, message.getString("source"));
        header(outgoing, CloudEventHeaders.SUBJECT, message.getString("aggregateid"));
        header(outgoing, CloudEventHeaders.DATASCHEMA, message.getString("dataschema"));
        header(outgoing, CloudEventHeaders.TIME, time);
        header(outgoing, CloudEventHeaders.SEQUENCE, message.getLong("sequence").toString());
        header(outgoing, CloudEventHeaders.WORKSPACE, message.getString("workspaceid"));
        header(outgoing, CloudEventHeaders.TRACEPARENT, message.getString("traceparent"));
        header(outgoing, CloudEventHeaders.CONTENT_TYPE, "application/json");
        return outgoing;
    }

    private static void header(ProducerRecord<?, ?> outgoing, String name, @Nullable String value) {
        if (value != null) {
            outgoing.headers().add(name, value.getBytes(UTF_8));
        }
    }
}
