package dev.atelier.gateway.ratelimit.usage;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Consumes the usage of the other instances, from the end of the topic. */
final class RateLimitUsageConsumer {
    private static final Logger log = LoggerFactory.getLogger(RateLimitUsageConsumer.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration POLL = Duration.ofMillis(500);

    private final String instance;
    private final Consumer<RateLimitUsage> spend;

    RateLimitUsageConsumer(String instance, Consumer<RateLimitUsage> spend) {
        this.instance = instance;
        this.spend = spend;
    }

    void consume(org.apache.kafka.clients.consumer.Consumer<String, String> reading, BooleanSupplier goesOn) {
        var partitions = reading.partitionsFor(RateLimitUsageConfiguration.TOPIC).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        reading.assign(partitions);
        reading.seekToEnd(partitions);
        while (goesOn.getAsBoolean()) {
            reading.poll(POLL).forEach(this::handle);
        }
    }

    void handle(ConsumerRecord<String, String> message) {
        if (instance.equals(message.key())) {
            return;
        }
        try {
            List.of(JSON.readValue(message.value(), RateLimitUsage[].class)).forEach(spend);
        } catch (JacksonException e) {
            log.error("record {} of {} cannot be read", message.offset(), message.topic(), e);
        }
    }
}
