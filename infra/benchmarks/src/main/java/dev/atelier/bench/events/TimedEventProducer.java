package dev.atelier.bench.events;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Changes things as a service does, each change and its event in one transaction, and records the commit time. */
final class TimedEventProducer {
    private static final int THINGS = 1_000;
    private static final int WORKSPACES = 20;

    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;
    private final Outbox outbox;
    private final CommitTimes committed = new CommitTimes();
    private final UserId by = new UserId(UUID.randomUUID());
    private final List<WorkspaceId> workspaces =
            IntStream.range(0, WORKSPACES).mapToObj(_ -> WorkspaceId.next()).toList();
    private final List<ProjectId> things =
            IntStream.range(0, THINGS).mapToObj(_ -> ProjectId.next()).toList();

    TimedEventProducer(MongoTemplate mongo, TransactionRunner transactionRunner, Outbox outbox) {
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
        this.outbox = outbox;
    }

    CommitTimes committed() {
        return committed;
    }

    /** Publishes at a constant rate per second for some seconds; returns when the last event is committed. */
    void evenly(int perSecond, int seconds) {
        long distance = 1_000_000_000L / perSecond;
        long began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < perSecond * seconds; n++) {
                long due = began + n * distance;
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                int thing = n % THINGS;
                threads.execute(() -> change(thing));
            }
        }
    }

    /**
     * Publishes a number of events with several writers, each with its own things and without pause; returns when the
     * last is committed.
     */
    void atFullSpeed(int writers, int events) {
        var left = new AtomicInteger(events);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < writers; writer++) {
                int first = writer;
                threads.execute(() -> {
                    for (int thing = first; left.getAndDecrement() > 0; thing += writers) {
                        thing = thing < THINGS ? thing : first;
                        change(thing);
                    }
                });
            }
        }
    }

    private void change(int number) {
        var thing = things.get(number);
        var event = transactionRunner.call(() -> outbox.append(
                new ProjectRenamed(workspaces.get(number % WORKSPACES), thing, "A name of the usual length", by),
                next(thing)));
        committed.record(event, MicrosecondClock.micros());
    }

    private long next(ProjectId thing) {
        var changed = mongo.getCollection("things")
                .findOneAndUpdate(
                        new Document("_id", thing.value()),
                        new Document("$inc", new Document("version", 1L)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(changed).getLong("version");
    }
}
