package dev.atelier.kit.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Creates containers that handle the records of a poll together and commit the offsets afterwards. What a listener
 * throws is retried in place, after 1 s, 2 s ... 30 s, without limit: a listener throws only where the cause may be
 * transient. An {@code Error} of a listener counts as transient.
 */
public final class BatchListenerContainerFactory {
    private static final long FIRST_PAUSE_MS = 1_000;
    private static final long LONGEST_PAUSE_MS = 30_000;

    private final Map<String, Object> consuming;

    BatchListenerContainerFactory(ConsumerFactory<?, ?> consumers) {
        this.consuming = consumers.getConfigurationProperties();
    }

    /** Creates a container that is not started yet. */
    public ConcurrentMessageListenerContainer<String, String> createContainer(
            String group, Collection<String> topics, int threads, BatchMessageListener<String, String> listener) {
        var properties = new ContainerProperties(topics.toArray(String[]::new));
        properties.setGroupId(group);
        properties.setMessageListener(survivable(listener));
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        var container = new ConcurrentMessageListenerContainer<>(consumers(), properties);
        container.setBeanName(group);
        container.setConcurrency(threads);
        container.setCommonErrorHandler(again());
        return container;
    }

    /**
     * Converts an {@code Error} to an exception: an {@code Error} would end the thread of the container, and the
     * container with it.
     */
    private static BatchMessageListener<String, String> survivable(BatchMessageListener<String, String> listener) {
        return records -> {
            try {
                listener.onMessage(records);
            } catch (Error e) {
                throw new TransientFailureClassifier.RetryableFailure(e);
            }
        };
    }

    private ConsumerFactory<String, String> consumers() {
        var settings = new HashMap<>(consuming);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    private static DefaultErrorHandler again() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        var handler = new DefaultErrorHandler(pauses);
        handler.setClassifications(Map.of(), true);
        return handler;
    }
}
