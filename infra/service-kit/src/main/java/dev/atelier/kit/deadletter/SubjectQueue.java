package dev.atelier.kit.deadletter;

import dev.atelier.kit.kafka.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** In which facts of one subject wait, in their order, once one of them was not handled. */
public record SubjectQueue(String topic, String subject) {
    /** The line that a fact belongs to; null where it names no subject and so waits for nobody. */
    public static @Nullable SubjectQueue of(ConsumerRecord<String, ?> record) {
        var subject = CloudEventHeaders.header(record.headers(), CloudEventHeaders.SUBJECT);
        return subject == null ? null : new SubjectQueue(record.topic(), subject);
    }

    String id() {
        return topic + "/" + subject;
    }
}
