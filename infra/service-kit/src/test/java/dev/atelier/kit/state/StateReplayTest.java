package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.deadletter.DeadLetters;
import dev.atelier.kit.deadletter.Operator;
import dev.atelier.kit.deadletter.Reason;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.client.RestTestClient;

@RealMongo
@RealKafka
@TestIssuer
@AutoConfigureRestTestClient
@SpringBootTest(
        classes = StateReplayTest.Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=state-replay-test", "atelier.access.projection=false"})
class StateReplayTest {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {
        @Bean
        StateProjection<UserState> users(StateProjections projections) {
            return projections.of(UserState.class);
        }

        @Bean
        Noting noting(MongoTemplate mongo) {
            return new Noting(mongo);
        }
    }

    /** Writes down what changed, unless it is broken at the moment. */
    static class Noting implements StateListener<UserState> {
        static final AtomicBoolean BROKEN = new AtomicBoolean();

        private final MongoTemplate mongo;

        Noting(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        @Override
        public void changed(@Nullable UserState before, UserState after) {
            if (BROKEN.get()) {
                throw new IllegalStateException(after.email());
            }
            mongo.getCollection("changes")
                    .insertOne(new Document("key", after.key()).append("version", after.version()));
        }
    }

    @Autowired
    private StateProjection<UserState> users;

    @Autowired
    private Outbox outbox;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private Transactions transactions;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private RestTestClient http;

    private final UserId lea = new UserId(UUID.randomUUID());

    private Operator operator;

    @BeforeEach
    void anOperator() {
        operator = new Operator(http, "state-replay-test");
        Noting.BROKEN.set(false);
    }

    @Test
    void aReplayReadsTheStateFromItsTopicAndTellsItsListeners() {
        var letter = failedVersion(1);

        assertThat(operator.replayed(letter.getString("_id")))
                .contains("FAILED")
                .doesNotContain("example");
        Noting.BROKEN.set(false);
        assertThat(operator.replayed(letter.getString("_id"))).contains("HANDLED");

        assertThat(changes()).containsExactly(1L);
        assertThat(letter()).isNull();
    }

    @Test
    void laterStatesDoNotWaitAndAReplayOfAnOlderOneDoesNothing() {
        var letter = failedVersion(1);
        Noting.BROKEN.set(false);
        publish(2);
        await().atMost(Duration.ofSeconds(30)).until(() -> changes().equals(List.of(2L)));

        assertThat(operator.replayed(letter.getString("_id"))).contains("SUPERSEDED");

        assertThat(changes()).containsExactly(2L);
        assertThat(letter()).isNull();
    }

    /** Behind a record lies its transaction's marker: an offset without a record, as compaction leaves it. */
    @Test
    void whatCompactionTookIsSaidToBeGone() {
        var offset = failedVersion(1).getLong("offset") + 1;
        int partition = partition();
        letters.reference(
                new ConsumerRecord<>("identity.users", partition, offset, "gone", null), new Reason("Lost", null));
        letters.reference(
                new ConsumerRecord<>("identity.users", partition, 1_000_000, "gone", null), new Reason("Lost", null));

        assertThat(operator.replayed("identity.users-%d-%d".formatted(partition, offset)))
                .contains("GONE");
        assertThat(operator.replayed("identity.users-%d-1000000".formatted(partition)))
                .contains("GONE");
        assertThat(mongo.getCollection("deadLetters").countDocuments(new Document("key", "gone")))
                .isZero();
    }

    private Document failedVersion(long version) {
        Noting.BROKEN.set(true);
        publish(version);
        await().atMost(Duration.ofSeconds(30)).until(() -> letter() != null);
        var letter = letter();
        return letter == null ? new Document() : letter;
    }

    private int partition() {
        var letter = letter();
        return letter == null ? -1 : letter.getInteger("partition");
    }

    private void publish(long version) {
        transactions.run(() -> outbox.append(
                new UserState(lea, "A", "B", "a@example.org", true, false, "en", "Europe/Paris", false, version)));
    }

    private @Nullable Document letter() {
        return mongo.getCollection("deadLetters")
                .find(new Document("key", lea.toString()))
                .first();
    }

    private List<Long> changes() {
        return mongo.getCollection("changes")
                .find(new Document("key", lea.toString()))
                .map(one -> one.getLong("version"))
                .into(new ArrayList<>());
    }
}
