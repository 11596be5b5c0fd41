package dev.atelier.agentrun.run.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.ServiceTest;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.events.id.WorkspaceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The feed delivers readable entries, whatever else a later build or another client writes. */
class JournalFeedTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private RunJournal journal;

    @Autowired
    private JournalFeed feed;

    @Autowired
    private MeterRegistry meters;

    private final List<JournalEntry> heard = new CopyOnWriteArrayList<>();
    private final JournalListener listener = new JournalListener() {
        @Override
        public void onEntry(JournalEntry entry) {
            heard.add(entry);
        }

        @Override
        // This test only counts entries.
        public void onFeedRestarted() {}
    };

    @BeforeEach
    void listen() {
        feed.addListener(listener);
    }

    @AfterEach
    void forget() {
        feed.removeListener(listener);
    }

    @Test
    void aLineOfAKindThatThisBuildDoesNotKnowIsPassedOverAndCounted() {
        var before = unreadable();
        mongo.getCollection(JournalDocument.COLLECTION)
                .insertMany(List.of(
                        line(new Document("_class", "of-a-later-build").append("more", 1)), line("no document")));
        var after = new JournalEntry(
                WorkspaceId.next(), RunId.next(), 1, Instant.EPOCH, new ToolAnswered("3.1", "t", "{}", false, 1));

        journal.append(after);

        await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains(after));
        assertThat(unreadable() - before).isEqualTo(2);
    }

    @Test
    void whatAListenerThrowsDisturbsNobody() {
        var broken = new JournalListener() {
            @Override
            public void onEntry(JournalEntry entry) {
                throw new StackOverflowError("deep");
            }

            @Override
            public void onFeedRestarted() {
                throw new IllegalStateException("no");
            }
        };
        feed.addListener(broken);
        try {
            var first = new JournalEntry(
                    WorkspaceId.next(), RunId.next(), 1, Instant.EPOCH, new ToolAnswered("3.1", "t", "{}", false, 1));
            journal.append(first);
            await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains(first));
        } finally {
            feed.removeListener(broken);
        }
        var second = new JournalEntry(
                WorkspaceId.next(), RunId.next(), 1, Instant.EPOCH, new ToolAnswered("3.1", "t", "{}", false, 1));

        journal.append(second);

        await().atMost(SOON).untilAsserted(() -> assertThat(heard).contains(second));
    }

    private double unreadable() {
        return meters.counter("atelier.journal.unreadable").count();
    }

    private static Document line(Object what) {
        var run = UuidV7.next();
        return new Document("_id", run + ":1")
                .append("_class", "line")
                .append("workspaceId", UuidV7.next())
                .append("runId", run)
                .append("seq", 1L)
                .append("at", new Date(0))
                .append("what", what);
    }
}
