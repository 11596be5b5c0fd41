package dev.atelier.kit.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.kit.deadletter.DeadLetterOperatorClient;
import dev.atelier.kit.deadletter.DeadLetterReason;
import dev.atelier.kit.deadletter.DeadLetterStore;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StateReplayTest extends UserProjectionTestSupport {
    @Autowired
    private DeadLetterStore letters;

    private DeadLetterOperatorClient operator;

    @BeforeEach
    void anOperator() {
        operator = new DeadLetterOperatorClient(http, "states-test");
    }

    @Test
    void aReplayReadsTheStateFromItsTopicAndTellsItsListeners() {
        var letter = failedVersion(1);

        assertThat(operator.replayBody(letter.getString("_id")))
                .contains("FAILED")
                .doesNotContain("example");
        UserStateChangeRecorder.FIRST.set(UserStateChangeRecorder.NOTHING);
        assertThat(operator.replayBody(letter.getString("_id"))).contains("HANDLED");

        assertThat(changes(lea)).containsExactly("0-1");
        assertThat(letter()).isNull();
    }

    @Test
    void laterStatesDoNotWaitAndAReplayOfAnOlderOneDoesNothing() {
        var letter = failedVersion(1);
        UserStateChangeRecorder.FIRST.set(UserStateChangeRecorder.NOTHING);
        publish(user(lea, "en", 2));
        await().atMost(Duration.ofSeconds(30)).until(() -> changes(lea).equals(List.of("1-2")));

        assertThat(operator.replayBody(letter.getString("_id"))).contains("SUPERSEDED");

        assertThat(changes(lea)).containsExactly("1-2");
        assertThat(letter()).isNull();
    }

    /** Each record is followed by its transaction's marker: an offset without a record, as compaction leaves it. */
    @Test
    void whatCompactionTookIsSaidToBeGone() {
        var letter = failedVersion(1);
        var offset = letter.getLong("offset") + 1;
        int partition = letter.getInteger("partition");
        letters.saveReference(
                new ConsumerRecord<>("identity.users", partition, offset, "gone", null),
                new DeadLetterReason("Lost", null));
        letters.saveReference(
                new ConsumerRecord<>("identity.users", partition, 1_000_000, "gone", null),
                new DeadLetterReason("Lost", null));

        assertThat(operator.replayBody("identity.users-%d-%d".formatted(partition, offset)))
                .contains("GONE");
        assertThat(operator.replayBody("identity.users-%d-1000000".formatted(partition)))
                .contains("GONE");
        assertThat(mongo.getCollection("deadLetters").countDocuments(new Document("key", "gone")))
                .isZero();
    }

    private Document failedVersion(long version) {
        UserStateChangeRecorder.FIRST.set(UserStateChangeRecorder.FAILING);
        publish(user(lea, "en", version));
        return awaitLetter();
    }
}
