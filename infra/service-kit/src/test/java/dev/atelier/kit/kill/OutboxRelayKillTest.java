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
        classes = OutboxRelayKillTest.OutboxRelayKillApplication.class,
        properties = {
            "spring.application.name=relay-kill",
            "atelier.outbox.relay=false",
            "atelier.access.projection=false"
        })
class OutboxRelayKillTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int KILLS = 5;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OutboxRelayKillApplication {}

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
        var concurrentProjectWriter = new ConcurrentProjectWriter(mongo, transactions, outbox);
        try (concurrentProjectWriter) {
            concurrentProjectWriter.start();
            var active = relay();
            for (int kill = 0; kill < KILLS; kill++) {
                // Starts the standby only now: of two processes that start together, either may become the relay.
                active.awaitLog("is now the relay of the outbox");
                var standby = relay();
                awaitPublishing();
                active.kill();
                active = standby;
            }
            concurrentProjectWriter.close();
            finish(active);
        }

        assertPublishedOnceAndInOrder(concurrentProjectWriter);
    }

    @Test
    void aRelayThatWakesFromALongPauseIsFencedAndStops() {
        var concurrentProjectWriter = new ConcurrentProjectWriter(mongo, transactions, outbox);
        try (concurrentProjectWriter;
                var lingering = relay()) {
            concurrentProjectWriter.start();
            lingering.awaitLog("is now the relay of the outbox");
            awaitPublishing();
            var next = relay();
            lingering.freeze();
            next.awaitLog("is now the relay of the outbox");
            awaitPublishing();
            lingering.thaw();

            lingering.awaitLog("is no longer the relay of the outbox");
            assertThat(lingering.alive()).isTrue();
            assertThat(next.hasLogged("no longer relays")).isFalse();
            concurrentProjectWriter.close();
            finish(next);
        }

        assertPublishedOnceAndInOrder(concurrentProjectWriter);
    }

    private ChildApplicationProcess relay() {
        return ChildApplicationProcess.start(
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

    private void finish(ChildApplicationProcess relay) {
        try (relay) {
            await().atMost(LONG).until(() -> mongo.getCollection("outbox").countDocuments(new Document()) == 0);
        }
    }

    private void assertPublishedOnceAndInOrder(ConcurrentProjectWriter concurrentProjectWriter) {
        var written = concurrentProjectWriter.written();
        assertThat(written.values()).allSatisfy(numbers -> assertThat(numbers).isNotEmpty());
        assertThat(read("workspace.events", "projects/", concurrentProjectWriter))
                .isEqualTo(written);
        assertThat(read(
                        "workspace.memberships",
                        "memberships/" + concurrentProjectWriter.workspace() + ":",
                        concurrentProjectWriter))
                .isEqualTo(written);
    }

    private Map<String, List<Long>> read(String topic, String prefix, ConcurrentProjectWriter concurrentProjectWriter) {
        return TopicReader.all(clients, topic).stream()
                .map(CloudEventHeaders::envelope)
                .filter(envelope -> concurrentProjectWriter.workspace().equals(envelope.workspaceId()))
                .collect(Collectors.groupingBy(
                        envelope -> envelope.subject().substring(prefix.length()),
                        Collectors.mapping(envelope -> envelope.sequence(), Collectors.toList())));
    }
}
