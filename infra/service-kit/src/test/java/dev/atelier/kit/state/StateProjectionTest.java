package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.kafka.KafkaClientFactory;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StateProjectionTest extends UserProjectionTestSupport {
    private final UserId noah = new UserId(UUID.randomUUID());

    @Autowired
    private KafkaClientFactory clients;

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
        try (var producer = clients.createTransactionalProducer("states-test.tombstone")) {
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
        UserStateChangeRecorder.FIRST.set(UserStateChangeRecorder.FAILING);
        publish(user(lea, "en", 1));

        awaitVersion(lea, 1);
        assertThat(awaitLetter().toString())
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
}
