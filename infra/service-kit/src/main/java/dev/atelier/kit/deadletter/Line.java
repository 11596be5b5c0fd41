package dev.atelier.kit.deadletter;

import dev.atelier.kit.kafka.Wire;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** In which facts of one subject wait, in their order, once one of them was not handled. */
public record Line(String topic, String subject) {
    /** The line that a fact belongs to; null where it names no subject and so waits for nobody. */
    public static @Nullable Line of(ConsumerRecord<String, ?> record) {
        var subject = Wire.header(record.headers(), Wire.SUBJECT);
        return subject == null ? null : new Line(record.topic(), subject);
    }

    String id() {
        return topic + "/" + subject;
    }
}
