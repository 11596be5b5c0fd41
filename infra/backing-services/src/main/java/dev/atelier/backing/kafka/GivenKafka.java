package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingServiceFailed;
import java.util.OptionalLong;

/** A cluster that somebody else runs. */
record GivenKafka(String bootstrapServers) implements Kafka {

    static GivenKafka at(String bootstrapServers) {
        if (!Broker.answers(bootstrapServers)) {
            throw new BackingServiceFailed(
                    "No Kafka answers at %s. Start it, or take the address away to get one started here."
                            .formatted(bootstrapServers));
        }
        return new GivenKafka(bootstrapServers);
    }

    @Override
    public Way way() {
        return Way.GIVEN;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.empty();
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("a given Kafka is not ours to kill");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("a given Kafka is not ours to restart");
    }

    @Override
    public void stop() {
        // Not ours to stop.
    }
}
