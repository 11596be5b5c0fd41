package dev.atelier.agentrun.run.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.atelier.agentrun.ServiceTest;
import dev.atelier.agentrun.run.journal.JournalEvent.ToolAnswered;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An entry beyond the limit is rejected alone, without the other entries of the same write. */
class JournalLimitsTest extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private RunJournal journal;

    @Test
    void aLineThatDoesNotFitFailsNoneOfItsNeighbours() {
        var commits = new JournalGroupCommitter(mongo);
        var waiting = new CopyOnWriteArrayList<Thread>();
        var neighbour = entry("paid");
        var before = append(commits, neighbour, waiting);
        var large = append(commits, entry("x".repeat(17 * 1024 * 1024)), waiting);
        var after = append(commits, entry("paid as well"), waiting);
        await().atMost(SOON)
                .until(() -> waiting.size() == 3
                        && waiting.stream()
                                .allMatch(thread -> EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED)
                                        .contains(thread.getState())));

        commits.start();

        try {
            before.join();
            after.join();
            assertThatThrownBy(large::join).hasCauseInstanceOf(JournalEntryTooLong.class);
            assertThat(journal.of(neighbour.workspaceId(), neighbour.runId())).containsExactly(neighbour);
        } finally {
            commits.stop();
        }
    }

    @Test
    void aLineIsAsLongAsAllowedAndNoLonger() {
        var commits = new JournalGroupCommitter(mongo);
        int envelope = commits.encoded(entry("")).getByteBuffer().remaining();
        var most = entry("x".repeat(JournalGroupCommitter.LONGEST_LINE - envelope));

        journal.append(most);

        assertThat(journal.of(most.workspaceId(), most.runId())).hasSize(1);
        assertThatThrownBy(() -> journal.append(entry("x".repeat(JournalGroupCommitter.LONGEST_LINE - envelope + 1))))
                .isInstanceOf(JournalEntryTooLong.class);
    }

    private static CompletableFuture<Void> append(
            JournalGroupCommitter commits, JournalEntry entry, CopyOnWriteArrayList<Thread> threads) {
        return CompletableFuture.runAsync(
                () -> commits.append(entry),
                task -> threads.add(Thread.ofPlatform().start(task)));
    }

    private static JournalEntry entry(String text) {
        return new JournalEntry(
                WorkspaceId.next(), RunId.next(), 1, Instant.EPOCH, new ToolAnswered("3.1", "t", text, false, 1));
    }
}
