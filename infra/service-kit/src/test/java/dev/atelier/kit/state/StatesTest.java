package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.kafka.KafkaClients;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.testkit.RealKafka;
import dev.atelier.testkit.RealMongo;
import dev.atelier.testkit.tokens.TestIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealMongo
@RealKafka
@TestIssuer
@SpringBootTest(
        classes = StatesTest.Application.class,
        properties = {"spring.application.name=states-test", "atelier.access.projection=false"})
class StatesTest {
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

    /** Writes down what changed. */
    static class Noting implements StateListener<UserState> {
        private final MongoTemplate mongo;

        Noting(MongoTemplate mongo) {
            this.mongo = mongo;
        }

        @Override
        public void changed(@Nullable UserState before, UserState after) {
            if ("poison".equals(after.locale())) {
                throw new IllegalArgumentException(after.email());
            }
            mongo.getCollection("changes")
                    .insertOne(new Document("key", after.key())
                            .append("change", (before == null ? 0 : before.version()) + "-" + after.version()));
        }
    }

    @Autowired
    private StateProjection<UserState> users;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Transactions transactions;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private KafkaClients clients;

    private final UserId lea = new UserId(UUID.randomUUID());
    private final UserId noah = new UserId(UUID.randomUUID());

    @Test
    void theNewestVersionIsKeptAndAnOlderOneIgnored() {
        publish(user(lea, "en", 2));
        publish(user(lea, "fr", 1));
        publish(user(lea, "de", 3));

        awaitVersion(lea, 3);
        assertThat(users.where("locale", "de")).extracting(UserState::userId).contains(lea);
        assertThat(changes(lea)).containsExactly("0-2", "2-3");
    }

    @Test
    void whatHasEndedIsNotFoundAndDoesNotComeBack() {
        publish(user(lea, "en", 1));
        publish(ended(lea, 2));
        publish(user(lea, "en", 1));
        publish(user(noah, "en", 1));

        awaitVersion(noah, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> changes(lea).size() == 2);
        assertThat(users.find(lea.toString())).isEmpty();
        assertThat(users.all(List.of(lea.toString(), noah.toString()))).containsOnlyKeys(noah.toString());
    }

    @Test
    void aTombstoneChangesNothing() {
        publish(user(lea, "en", 1));
        awaitVersion(lea, 1);
        try (var producer = clients.transactional("states-test.tombstone")) {
            producer.initTransactions();
            producer.beginTransaction();
            var ignored = producer.send(new ProducerRecord<>("identity.users", lea.toString(), null));
            producer.commitTransaction();
        }
        publish(user(lea, "fr", 2));

        awaitVersion(lea, 2);
    }

    @Test
    void aFailingListenerLeavesAReferenceWithoutContentAndTheStateIsKnown() {
        publish(user(lea, "poison", 1));

        awaitVersion(lea, 1);
        await().atMost(Duration.ofSeconds(30)).until(() -> letter() != null);
        assertThat(String.valueOf(letter()))
                .contains("IllegalArgumentException")
                .doesNotContain("@example.org");
    }

    @Test
    void rebuildingRestoresWhatWasLostWhileTheProjectionServes() {
        publish(user(lea, "en", 1));
        publish(ended(noah, 4));
        publish(user(lea, "fr", 2));
        awaitVersion(lea, 2);
        mongo.getCollection("state.users").deleteMany(new Document());

        users.rebuild();

        assertThat(users.find(lea.toString()).orElseThrow().version()).isEqualTo(2);
        assertThat(users.find(noah.toString())).isEmpty();
        assertThat(mongo.getDb().listCollectionNames()).doesNotContain("state.users.fresh");
        publish(user(lea, "it", 3));
        awaitVersion(lea, 3);
    }

    private @Nullable Document letter() {
        return mongo.getCollection("deadLetters")
                .find(new Document("key", lea.toString()))
                .first();
    }

    private void publish(UserState state) {
        transactions.run(() -> outbox.append(state));
    }

    private void awaitVersion(UserId user, long version) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(users.find(user.toString()))
                        .map(UserState::version)
                        .contains(version));
    }

    private List<String> changes(UserId user) {
        return mongo.getCollection("changes")
                .find(new Document("key", user.toString()))
                .map(one -> one.getString("change"))
                .into(new ArrayList<>());
    }

    private static UserState user(UserId user, String locale, long version) {
        return new UserState(user, "A", "B", "a@example.org", true, false, locale, "Europe/Paris", false, version);
    }

    private static UserState ended(UserId user, long version) {
        return new UserState(user, null, null, null, true, false, null, null, true, version);
    }
}
