package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.GivenService;

/** A cluster that somebody else runs. */
record GivenKafka(String bootstrapServers) implements Kafka, GivenService {

    static GivenKafka at(String bootstrapServers) {
        if (!Broker.answers(bootstrapServers)) {
            throw new BackingServiceFailed(
                    "No Kafka answers at %s. Start it, or take the address away to get one started here."
                            .formatted(bootstrapServers));
        }
        return new GivenKafka(bootstrapServers);
    }
}
