package dev.atelier.kit.deadletter;

import dev.atelier.kit.kafka.CloudEventHeaders;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The queue in which the events of one subject wait in order once one of them was not handled. */
public record SubjectQueue(String topic, String subject) {
    /** Returns the queue of a record; null where the record has no subject and therefore never waits. */
    public static @Nullable SubjectQueue of(ConsumerRecord<String, ?> record) {
        var subject = CloudEventHeaders.header(record.headers(), CloudEventHeaders.SUBJECT);
        return subject == null ? null : new SubjectQueue(record.topic(), subject);
    }

    String id() {
        return topic + "/" + subject;
    }
}
