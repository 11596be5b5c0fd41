package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ExternalService;

/** A Kafka cluster at a given address. */
record ExternalKafka(String bootstrapServers) implements Kafka, ExternalService {

    static ExternalKafka at(String bootstrapServers) {
        if (!KafkaProbe.isReachable(bootstrapServers)) {
            throw new BackingServiceFailed("No Kafka answers at %s. Start it, or remove the address to start one here."
                    .formatted(bootstrapServers));
        }
        return new ExternalKafka(bootstrapServers);
    }
}
