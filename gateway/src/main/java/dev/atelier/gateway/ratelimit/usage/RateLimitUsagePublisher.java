package dev.atelier.gateway.ratelimit.usage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes the usage of this instance. Usage that cannot be published is dropped and counted
 * ({@code atelier.gateway.limits.untold}): while Kafka is not available each instance counts on its own.
 */
final class RateLimitUsagePublisher {
    private static final Logger log = LoggerFactory.getLogger(RateLimitUsagePublisher.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Maximum number of entries per record, about 100 KB. */
    private static final int LOT = 1_000;

    private final String instance;
    private final LocalRateLimitUsage localRateLimitUsage;
    private final Counter untold;

    RateLimitUsagePublisher(String instance, LocalRateLimitUsage localRateLimitUsage, MeterRegistry meters) {
        this.instance = instance;
        this.localRateLimitUsage = localRateLimitUsage;
        this.untold = meters.counter("atelier.gateway.limits.untold");
    }

    void publish(Producer<String, String> producer) {
        var spent = localRateLimitUsage.drain();
        for (var from = 0; from < spent.size(); from += LOT) {
            send(producer, spent.subList(from, Math.min(spent.size(), from + LOT)));
        }
    }

    private void send(Producer<String, String> producer, List<RateLimitUsage> lot) {
        var message = new ProducerRecord<>(RateLimitUsageConfiguration.TOPIC, instance, JSON.writeValueAsString(lot));
        long requests = lot.stream().mapToLong(RateLimitUsage::requests).sum();
        try {
            var ignored = producer.send(message, (_, failure) -> {
                if (failure instanceof RuntimeException exception) {
                    failed(requests, exception);
                }
            });
        } catch (KafkaException e) {
            failed(requests, e);
        }
    }

    private void failed(long requests, RuntimeException failure) {
        untold.increment((double) requests);
        log.warn("usage of {} requests was not published to the other instances: {}", requests, failure.toString());
    }
}
