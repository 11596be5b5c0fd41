package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;

/** A cluster that somebody else runs. */
record ExternalKafka(String bootstrapServers) implements Kafka, ExternalService {

    static ExternalKafka at(String bootstrapServers) {
        if (!KafkaProbe.answers(bootstrapServers)) {
            throw new BackingServiceFailed(
                    "No Kafka answers at %s. Start it, or take the address away to get one started here."
                            .formatted(bootstrapServers));
        }
        return new ExternalKafka(bootstrapServers);
    }
}
