package dev.atelier.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.kit.kafka.Wire;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Turns a document of the outbox into a record on the wire. Its timestamp is the message's own time. */
final class OutgoingRecord {
    private OutgoingRecord() {}

    static ProducerRecord<String, String> of(Document message) {
        var time = message.getString("time");
        var outgoing = new ProducerRecord<>(
                message.getString("aggregatetype"),
                null,
                Instant.parse(time).toEpochMilli(),
                message.getString("key"),
                message.getString("payload"));
        header(outgoing, Wire.SPECVERSION, message.getString("specversion"));
        header(outgoing, Wire.ID, message.getString("_id"));
        header(outgoing, Wire.TYPE, message.getString("type"));
        header(outgoing, Wire.SOURCE, message.getString("source"));
        header(outgoing, Wire.SUBJECT, message.getString("aggregateid"));
        header(outgoing, Wire.DATASCHEMA, message.getString("dataschema"));
        header(outgoing, Wire.TIME, time);
        header(outgoing, Wire.SEQUENCE, message.getLong("sequence").toString());
        header(outgoing, Wire.WORKSPACE, message.getString("workspaceid"));
        header(outgoing, Wire.TRACEPARENT, message.getString("traceparent"));
        header(outgoing, Wire.CONTENT_TYPE, "application/json");
        return outgoing;
    }

    private static void header(ProducerRecord<?, ?> outgoing, String name, @Nullable String value) {
        if (value != null) {
            outgoing.headers().add(name, value.getBytes(UTF_8));
        }
    }
}
