package dev.atelier.kit.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.kafka.CloudEventHeaders;
import dev.atelier.kit.kafka.KafkaClientFactory;
import dev.atelier.kit.kafka.TopicReader;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Processes that relay the same outbox are killed and frozen while six threads write. */
@RealMongo
@RealKafka
@TrustTestTokens
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
@SpringBootTest(
        classes = RelayKillTest.Application.class,
        properties = {
            "spring.application.name=relay-kill",
            "atelier.outbox.relay=false",
            "atelier.access.projection=false"
        })
class RelayKillTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int KILLS = 5;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private Outbox outbox;

    @Autowired
    private KafkaClientFactory clients;

    @Value("${spring.mongodb.uri}")
    private String mongoUri;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @Test
    void aKilledRelayLosesDoublesAndReordersNothing() {
        var writers = new Writers(mongo, transactions, outbox);
        try (writers) {
            writers.start();
            var active = relay();
            for (int kill = 0; kill < KILLS; kill++) {
                // Starts the standby only now: of two processes that start together, either may become the relay.
                active.awaitLog("this instance relays");
                var standby = relay();
                awaitPublishing();
                active.kill();
                active = standby;
            }
            writers.close();
            finish(active);
        }

        assertPublishedOnceAndInOrder(writers);
    }

    @Test
    void aRelayThatWakesFromALongPauseIsFencedAndStops() {
        var writers = new Writers(mongo, transactions, outbox);
        try (writers;
                var lingering = relay()) {
            writers.start();
            lingering.awaitLog("this instance relays");
            awaitPublishing();
            var next = relay();
            lingering.freeze();
            next.awaitLog("this instance relays");
            awaitPublishing();
            lingering.thaw();

            lingering.awaitLog("this instance no longer relays");
            assertThat(lingering.alive()).isTrue();
            assertThat(next.hasLogged("no longer relays")).isFalse();
            writers.close();
            finish(next);
        }

        assertPublishedOnceAndInOrder(writers);
    }

    private Child relay() {
        return Child.start(
                "spring.application.name=relay-kill",
                "spring.mongodb.uri=" + mongoUri,
                "spring.kafka.bootstrap-servers=" + kafka,
                "atelier.access.projection=false");
    }

    /** Waits until the relay is publishing. */
    private void awaitPublishing() {
        long before = published();
        await().atMost(LONG).until(() -> published() > before + 50);
        long pause = ThreadLocalRandom.current().nextLong(300);
        await().pollDelay(Duration.ofMillis(pause)).until(() -> true);
    }

    private long published() {
        return TopicReader.count(clients, "workspace.events");
    }

    private void finish(Child relay) {
        try (relay) {
            await().atMost(LONG).until(() -> mongo.getCollection("outbox").countDocuments(new Document()) == 0);
        }
    }

    private void assertPublishedOnceAndInOrder(Writers writers) {
        var written = writers.written();
        assertThat(written.values()).allSatisfy(numbers -> assertThat(numbers).isNotEmpty());
        assertThat(read("workspace.events", "projects/", writers)).isEqualTo(written);
        assertThat(read("workspace.memberships", "memberships/" + writers.workspace() + ":", writers))
                .isEqualTo(written);
    }

    private Map<String, List<Long>> read(String topic, String prefix, Writers writers) {
        return TopicReader.all(clients, topic).stream()
                .map(CloudEventHeaders::envelope)
                .filter(envelope -> writers.workspace().equals(envelope.workspaceId()))
                .collect(Collectors.groupingBy(
                        envelope -> envelope.subject().substring(prefix.length()),
                        Collectors.mapping(envelope -> envelope.sequence(), Collectors.toList())));
    }
}
