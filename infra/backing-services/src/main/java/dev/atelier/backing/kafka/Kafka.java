package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;

/** A Kafka cluster. It makes no topics by itself: who owns one declares it. */
public interface Kafka extends BackingService {

    /** {@code host:port}, comma-separated where there are several. */
    String bootstrapServers();

    @Override
    default String name() {
        return "Kafka";
    }

    /**
     * Returns once a broker answers: what the address names, else a node in its own JVM with the class path of this one, or a container
     * where the place asks for it. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last log lines.
     */
    static Kafka start(BackingServiceOptions backingServiceOptions) {
        if (backingServiceOptions.address() != null) {
            return ExternalKafka.at(backingServiceOptions.address());
        }
        return backingServiceOptions.inContainer()
                ? KafkaContainer.start(backingServiceOptions)
                : KafkaProcess.start(backingServiceOptions, System.getProperty("java.class.path"));
    }
}
