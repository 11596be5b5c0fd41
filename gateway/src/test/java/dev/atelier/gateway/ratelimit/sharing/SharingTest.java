package dev.atelier.gateway.ratelimit.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What one instance tells, and what another makes of it. */
class SharingTest {
    private final Till till = new Till();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockProducer<String, String> producer =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());
    private final Telling telling = new Telling("here", till, meters);
    private final List<Spent> heard = new ArrayList<>();

    @Test
    void eachRequestIsToldOnce() {
        till.add("user", "a");
        till.add("user", "a");
        till.add("token", "b");

        telling.tell(producer);
        telling.tell(producer);
        producer.history().forEach(said -> listeningAs("elsewhere").take(arrived(said.key(), said.value())));

        assertThat(heard).containsExactlyInAnyOrder(new Spent("user", "a", 2), new Spent("token", "b", 1));
    }

    @Test
    void itsOwnWordsAreNotHeard() {
        till.add("user", "a");

        telling.tell(producer);
        producer.history().forEach(said -> listeningAs("here").take(arrived(said.key(), said.value())));

        assertThat(heard).isEmpty();
    }

    @Test
    void manyAreToldInSeveralRecords() {
        for (var one = 0; one < 2_001; one++) {
            till.add("address", String.valueOf(one));
        }

        telling.tell(producer);
        producer.history().forEach(said -> listeningAs("elsewhere").take(arrived(said.key(), said.value())));

        assertThat(producer.history()).hasSize(3);
        assertThat(heard).hasSize(2_001);
    }

    @Test
    void whatCannotBeToldIsCounted() {
        till.add("user", "a");
        till.add("user", "a");

        telling.tell(producer);
        producer.errorNext(new TimeoutException("no broker"));

        assertThat(meters.counter("atelier.gateway.limits.untold").count()).isEqualTo(2);
    }

    @Test
    void whatIsNotUnderstoodIsPassedOver() {
        listeningAs("elsewhere").take(arrived("here", "{not json"));
        listeningAs("elsewhere").take(arrived("here", "[{\"limit\": \"user\", \"who\": \"a\", \"requests\": 1}]"));

        assertThat(heard).containsExactly(new Spent("user", "a", 1));
    }

    private Hearing listeningAs(String instance) {
        return new Hearing(instance, heard::add);
    }

    private static ConsumerRecord<String, String> arrived(String key, String value) {
        return new ConsumerRecord<>(SharingConfiguration.TOPIC, 0, 0, key, value);
    }
}
