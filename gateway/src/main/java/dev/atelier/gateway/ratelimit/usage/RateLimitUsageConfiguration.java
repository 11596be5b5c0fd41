package dev.atelier.gateway.ratelimit.usage;

import dev.atelier.kit.kafka.KafkaSettings;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;

/** The topic between the gateway's instances; not part of the published events. */
@Configuration(proxyBeanMethods = false)
class RateLimitUsageConfiguration {
    static final String TOPIC = "gateway.requests";

    /**
     * Digests of addresses, users and tokens are deleted after about 15 minutes: the retention and the time of two
     * segments.
     */
    private static final Duration KEPT = Duration.ofMinutes(5);

    @Bean
    NewTopic requestsLetIn(KafkaSettings kafka) {
        return TopicBuilder.name(TOPIC)
                .partitions(1)
                .replicas(kafka.replication())
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(KEPT.toMillis()))
                .config(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(KEPT.toMillis()))
                .build();
    }
}
