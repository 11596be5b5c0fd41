package dev.atelier.gateway.ratelimit.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What one instance publishes, and how another handles it. */
class RateLimitUsageExchangeTest {
    private final LocalRateLimitUsage localRateLimitUsage = new LocalRateLimitUsage();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, String> producer =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final RateLimitUsagePublisher rateLimitUsagePublisher =
            new RateLimitUsagePublisher("here", localRateLimitUsage, meters);
    private final List<RateLimitUsage> heard = new ArrayList<>();

    @Test
    void eachRequestIsToldOnce() {
        localRateLimitUsage.add("user", "a");
        localRateLimitUsage.add("user", "a");
        localRateLimitUsage.add("token", "b");

        rateLimitUsagePublisher.publish(producer);
        rateLimitUsagePublisher.publish(producer);
        producer.history().forEach(said -> listeningAs("elsewhere").handle(arrived(said.key(), said.value())));

        assertThat(heard)
                .containsExactlyInAnyOrder(new RateLimitUsage("user", "a", 2), new RateLimitUsage("token", "b", 1));
    }

    @Test
    void itsOwnWordsAreNotHeard() {
        localRateLimitUsage.add("user", "a");

        rateLimitUsagePublisher.publish(producer);
        producer.history().forEach(said -> listeningAs("here").handle(arrived(said.key(), said.value())));

        assertThat(heard).isEmpty();
    }

    @Test
    void manyAreToldInSeveralRecords() {
        for (var one = 0; one < 2_001; one++) {
            localRateLimitUsage.add("address", String.valueOf(one));
        }

        rateLimitUsagePublisher.publish(producer);
        producer.history().forEach(said -> listeningAs("elsewhere").handle(arrived(said.key(), said.value())));

        assertThat(producer.history()).hasSize(3);
        assertThat(heard).hasSize(2_001);
    }

    @Test
    void whatCannotBeToldIsCounted() {
        localRateLimitUsage.add("user", "a");
        localRateLimitUsage.add("user", "a");

        rateLimitUsagePublisher.publish(producer);
        producer.errorNext(new TimeoutException("no broker"));

        assertThat(meters.counter("atelier.gateway.limits.untold").count()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        listeningAs("elsewhere").handle(arrived("here", "{not json"));
        listeningAs("elsewhere").handle(arrived("here", "[{\"limit\": \"user\", \"who\": \"a\", \"requests\": 1}]"));

        assertThat(heard).containsExactly(new RateLimitUsage("user", "a", 1));
    }

    private RateLimitUsageConsumer listeningAs(String instance) {
        return new RateLimitUsageConsumer(instance, heard::add);
    }

    private static ConsumerRecord<String, String> arrived(String key, String value) {
        return new ConsumerRecord<>(RateLimitUsageConfiguration.TOPIC, 0, 0, key, value);
    }
}
