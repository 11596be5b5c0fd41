package dev.atelier.kit.kill;

import static com.mongodb.client.model.Filters.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TrustTestTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.annotation.DirtiesContext;

/** Consumer processes are killed while six threads write and this process relays. */
@RealMongo
@RealKafka
@TrustTestTokens
@DirtiesContext
@SpringBootTest(
        classes = ConsumerKillTest.ConsumerKillApplication.class,
        properties = {"spring.application.name=consumer-kill", "atelier.access.projection=false"})
class ConsumerKillTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final int KILLS = 3;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class ConsumerKillApplication {}

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private TransactionRunner transactions;

    @Autowired
    private Outbox outbox;

    @Value("${spring.mongodb.uri}")
    private String mongoUri;

    @Value("${spring.kafka.bootstrap-servers}")
    private String kafka;

    @Test
    void aKilledConsumerRepeatsAndSkipsNoEffect() {
        mongo.getDb().createCollection("effects");
        var concurrentProjectWriter = new ConcurrentProjectWriter(mongo, transactions, outbox);
        try (concurrentProjectWriter) {
            concurrentProjectWriter.start();
            var active = consumer();
            for (int kill = 0; kill < KILLS; kill++) {
                var next = consumer();
                awaitConsuming();
                active.kill();
                active = next;
            }
            concurrentProjectWriter.close();
            try (var _ = active) {
                await().atMost(LONG)
                        .untilAsserted(() -> assertThat(effects(
                                        concurrentProjectWriter.written().keySet()))
                                .isEqualTo(concurrentProjectWriter.written()));
            }
        }
    }

    private ChildApplicationProcess consumer() {
        return ChildApplicationProcess.start(
                "spring.application.name=consumer-kill",
                "spring.mongodb.uri=" + mongoUri,
                "spring.kafka.bootstrap-servers=" + kafka,
                "atelier.access.projection=false",
                "atelier.outbox.relay=false",
                "child.counts=true");
    }

    private void awaitConsuming() {
        long before = handled();
        await().atMost(LONG).until(() -> handled() > before + 50);
        long pause = ThreadLocalRandom.current().nextLong(300);
        await().pollDelay(Duration.ofMillis(pause)).until(() -> true);
    }

    private long handled() {
        return mongo.getCollection("inbox").countDocuments();
    }

    /** Returns the effects of these projects: the topic also contains events of other tests. */
    private Map<String, List<Long>> effects(Set<String> projects) {
        return StreamSupport.stream(
                        mongo.getCollection("effects").find(in("_id", projects)).spliterator(), false)
                .collect(Collectors.toMap(one -> one.getString("_id"), one -> one.getList("sequences", Long.class)));
    }
}
