package dev.atelier.kit.state;

import dev.atelier.events.Catalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.events.State;
import dev.atelier.kit.kafka.Wire;
import dev.atelier.kit.kafka.Wire.Unreadable;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of one state topic. */
record StateReader<S extends State>(Class<S> type) {
    /**
     * The state of a record; empty for a tombstone, which says nothing that the end before it did not say, and for a type
     * that is not this one.
     *
     * @throws Unreadable where a header is missing
     * @throws tools.jackson.core.JacksonException where the value is no such state
     */
    Optional<S> read(ConsumerRecord<String, String> record) {
        @Nullable String json = record.value();
        if (json == null
                || !Catalogue.of(type).type().equals(Wire.envelope(record).type())) {
            return Optional.empty();
        }
        return Optional.of(MessageJson.read(json, type));
    }
}
