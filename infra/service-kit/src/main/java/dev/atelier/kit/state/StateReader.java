package dev.atelier.kit.state;

import dev.atelier.events.EntityState;
import dev.atelier.events.MessageCatalogue;
import dev.atelier.events.MessageJson;
import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.CloudEventHeaders.UnreadableMessage;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads records of one state topic. */
record StateReader<S extends EntityState>(Class<S> type) {
    /**
     * Returns the state of a record; empty for a tombstone, which follows the ended state, and for a message of
     * another type.
     *
     * @throws UnreadableMessage where a header is missing
     * @throws tools.jackson.core.JacksonException where the value is not such a state
     */
    Optional<S> read(ConsumerRecord<String, String> record) {
        @Nullable String json = record.value();
        if (json == null
                || !MessageCatalogue.of(type)
                        .type()
                        .equals(CloudEventHeaders.envelope(record).type())) {
            return Optional.empty();
        }
        return Optional.of(MessageJson.read(json, type));
    }
}
