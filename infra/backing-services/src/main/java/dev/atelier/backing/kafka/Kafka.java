package dev.atelier.backing.kafka;

import dev.atelier.backing.BackingService;
import dev.atelier.backing.BackingServiceOptions;

/** A Kafka cluster. It does not create topics automatically: their owner declares them. */
public interface Kafka extends BackingService {

    /** {@code host:port}, comma-separated where there are several. */
    String bootstrapServers();

    @Override
    default String name() {
        return "Kafka";
    }

    /**
     * Returns a cluster whose broker responds: the one at the given address, else a node in a child JVM with the same
     * class path,
     * or a container if requested. Throws {@link dev.atelier.backing.BackingServiceFailed} with the last log lines.
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
