package dev.atelier.kit.kill;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.events.MembershipState;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.WorkspaceEvent.ProjectRenamed;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Changes a few projects continuously from several threads: each change publishes an event and a state message with the
 * same number.
 */
final class ConcurrentProjectWriter implements AutoCloseable {
    private final WorkspaceId workspace = WorkspaceId.next();
    private final UserId lea = new UserId(UUID.randomUUID());
    private final List<ProjectId> projects =
            IntStream.range(0, 12).mapToObj(_ -> ProjectId.next()).toList();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final MongoTemplate mongo;
    private final TransactionRunner transactionRunner;
    private final Outbox outbox;
    private volatile boolean stopped;

    ConcurrentProjectWriter(MongoTemplate mongo, TransactionRunner transactionRunner, Outbox outbox) {
        this.mongo = mongo;
        this.transactionRunner = transactionRunner;
        this.outbox = outbox;
    }

    void start() {
        mongo.getDb().createCollection("numbers");
        IntStream.range(0, 6).forEach(_ -> threads.execute(this::write));
    }

    /** Stops the threads and waits for the last commit. */
    @Override
    public void close() {
        stopped = true;
        threads.close();
    }

    WorkspaceId workspace() {
        return workspace;
    }

    /** Returns the numbers that were written for each project. */
    Map<String, List<Long>> written() {
        return projects.stream().collect(Collectors.toMap(ProjectId::toString, this::numbers));
    }

    private List<Long> numbers(ProjectId project) {
        var found = mongo.getCollection("numbers")
                .find(new Document("_id", project.toString()))
                .first();
        return LongStream.rangeClosed(1, found == null ? 0 : found.getLong("last"))
                .boxed()
                .toList();
    }

    private void write() {
        while (!stopped) {
            var project = projects.get(ThreadLocalRandom.current().nextInt(projects.size()));
            transactionRunner.run(() -> {
                long number = next(project);
                outbox.append(new ProjectRenamed(workspace, project, "Name", lea), number);
                outbox.append(new MembershipState(
                        workspace, new UserId(project.value()), WorkspaceRole.MEMBER, Instant.EPOCH, false, number));
            });
            LockSupport.parkNanos(40_000_000);
        }
    }

    private long next(ProjectId project) {
        var counted = mongo.getCollection("numbers")
                .findOneAndUpdate(
                        new Document("_id", project.toString()),
                        new Document("$inc", new Document("last", 1L)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(counted).getLong("last");
    }
}
