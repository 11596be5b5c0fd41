package dev.atelier.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.DomainEvent;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.MessageJson;
import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A record from an event topic, parsed as far as possible. */
sealed interface ReceivedRecord {
    ConsumerRecord<String, String> record();

    /** Returns the event id; where there is none, an id derived from topic, partition and offset. */
    UUID id();

    record ReceivedEvent(ConsumerRecord<String, String> record, MessageEnvelope envelope, DomainEvent event)
            implements ReceivedRecord {
        @Override
        public UUID id() {
            return envelope.id();
        }
    }

    /** An event of a type that this version of the service does not know; it is skipped. */
    record UnknownEventType(ConsumerRecord<String, String> record, UUID id, String type) implements ReceivedRecord {}

    record UnreadableRecord(ConsumerRecord<String, String> record, UUID id, RuntimeException why)
            implements ReceivedRecord {}

    static ReceivedRecord of(ConsumerRecord<String, String> record) {
        var origin = UUID.nameUUIDFromBytes("%s/%d/%d"
                .formatted(record.topic(), record.partition(), record.offset())
                .getBytes(UTF_8));
        try {
            var envelope = CloudEventHeaders.envelope(record);
            var type = MessageCatalogue.ofType(envelope.type()).orElse(null);
            @Nullable String json = record.value();
            if (type == null || !DomainEvent.class.isAssignableFrom(type.message())) {
                return new UnknownEventType(record, envelope.id(), envelope.type());
            }
            if (json == null) {
                return new UnreadableRecord(record, envelope.id(), new UnreadableMessage("there is no value", null));
            }
            return read(record, envelope, json, type.message().asSubclass(DomainEvent.class));
        } catch (UnreadableMessage e) {
            return new UnreadableRecord(record, origin, e);
        } catch (RuntimeException | StackOverflowError e) {
            return new UnreadableRecord(record, origin, new UnreadableMessage("it cannot be read", e));
        }
    }

    private static ReceivedRecord read(
            ConsumerRecord<String, String> record,
            MessageEnvelope envelope,
            String json,
            Class<? extends DomainEvent> type) {
        try {
            @Nullable DomainEvent event = MessageJson.read(json, type);
            return event == null
                    ? new UnreadableRecord(record, envelope.id(), new UnreadableMessage("the value is null", null))
                    : new ReceivedEvent(record, envelope, event);
        } catch (JacksonException e) {
            return new UnreadableRecord(record, envelope.id(), e);
        }
    }
}
