package dev.atelier.kit.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.events.Catalogue;
import dev.atelier.events.Envelope;
import dev.atelier.events.Event;
import dev.atelier.events.MessageJson;
import dev.atelier.kit.kafka.Wire;
import dev.atelier.kit.kafka.Wire.Unreadable;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A record from an event topic, read as far as it can be. */
sealed interface Received {
    ConsumerRecord<String, String> record();

    /** What it is known by: the event's id, or where there is none one made of its origin. */
    UUID id();

    record Fact(ConsumerRecord<String, String> record, Envelope envelope, Event event) implements Received {
        @Override
        public UUID id() {
            return envelope.id();
        }
    }

    /** Of a type that this build does not know; passed over. */
    record UnknownType(ConsumerRecord<String, String> record, UUID id, String type) implements Received {}

    record NotReadable(ConsumerRecord<String, String> record, UUID id, RuntimeException why) implements Received {}

    static Received of(ConsumerRecord<String, String> record) {
        var origin = UUID.nameUUIDFromBytes("%s/%d/%d"
                .formatted(record.topic(), record.partition(), record.offset())
                .getBytes(UTF_8));
        try {
            var envelope = Wire.envelope(record);
            var type = Catalogue.ofType(envelope.type()).orElse(null);
            @Nullable String json = record.value();
            if (type == null || !Event.class.isAssignableFrom(type.message())) {
                return new UnknownType(record, envelope.id(), envelope.type());
            }
            if (json == null) {
                return new NotReadable(record, envelope.id(), new Unreadable("there is no value", null));
            }
            return read(record, envelope, json, type.message().asSubclass(Event.class));
        } catch (Unreadable e) {
            return new NotReadable(record, origin, e);
        } catch (RuntimeException | StackOverflowError e) {
            return new NotReadable(record, origin, new Unreadable("it cannot be read", e));
        }
    }

    private static Received read(
            ConsumerRecord<String, String> record, Envelope envelope, String json, Class<? extends Event> type) {
        try {
            @Nullable Event event = MessageJson.read(json, type);
            return event == null
                    ? new NotReadable(record, envelope.id(), new Unreadable("the value is null", null))
                    : new Fact(record, envelope, event);
        } catch (JacksonException e) {
            return new NotReadable(record, envelope.id(), e);
        }
    }
}
