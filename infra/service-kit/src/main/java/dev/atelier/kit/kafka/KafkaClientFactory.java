package dev.atelier.kit.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Creates producers and consumers outside of listener containers; the caller closes them. */
public final class KafkaClientFactory {
    /** Long enough for an overloaded machine, short enough to notice an unavailable broker soon. */
    private static final Duration DELIVERY = Duration.ofSeconds(10);

    private final Map<String, Object> producing;
    private final Map<String, Object> consuming;

    KafkaClientFactory(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
        this.producing = producers.getConfigurationProperties();
        this.consuming = consumers.getConfigurationProperties();
    }

    /** Creates a transactional producer; {@code initTransactions} fences every earlier producer with the same id. */
    public Producer<String, String> createTransactionalProducer(String id) {
        var settings = new HashMap<>(producing);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                DELIVERY.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY.toMillis());
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /**
     * Creates a producer without transactions, for records that may be lost: it gives up a record after 10 s and waits
     * at most 1 s for metadata of the broker.
     */
    public Producer<String, String> createProducer() {
        var settings = new HashMap<>(producing);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                DELIVERY.dividedBy(2).toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000L);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Creates a consumer of committed records without a group: the caller assigns partitions and offsets. */
    public Consumer<String, String> createConsumer() {
        var settings = new HashMap<>(consuming);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }
}
