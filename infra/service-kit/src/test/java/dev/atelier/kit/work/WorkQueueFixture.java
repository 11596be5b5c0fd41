package dev.atelier.kit.work;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.testkit.RealBackingServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** A queue in a database of its own, and what its handler saw. */
final class WorkQueueFixture implements AutoCloseable, WorkHandler<WorkQueueFixture.PrintJob> {
    static final String KIND = "print";
    static final WorkQueuePolicy POLICY = WorkQueuePolicy.DEFAULT.withAttempts(3);

    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(
                    new ConnectionString(RealBackingServices.mongo().uri("work")))
            .uuidRepresentation(UuidRepresentation.STANDARD)
            .build());
    private final SimpleMongoClientDatabaseFactory databases = new SimpleMongoClientDatabaseFactory(client, "work");
    private final TransactionTemplate transaction = new TransactionTemplate(new MongoTransactionManager(databases));
    final MongoTemplate mongo = new MongoTemplate(databases);
    final WorkItemStore store = new WorkItemStore(mongo);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final WorkQueue<PrintJob> queue;
    final WorkQueueWorker<PrintJob> worker;
    final List<String> done = new ArrayList<>();
    final List<@Nullable String> positions = new ArrayList<>();
    final List<String> givenUp = new ArrayList<>();
    Consumer<WorkClaim<PrintJob>> handling = claim -> {};
    Runnable hook = () -> {};

    WorkQueueFixture() {
        this(POLICY);
    }

    WorkQueueFixture(WorkQueuePolicy policy) {
        store.createIndexes();
        queue = queue(policy);
        worker = new WorkQueueWorker<>(queue, List.of(this), meters);
    }

    /** The same queue as another instance has it. */
    WorkQueue<PrintJob> queue(WorkQueuePolicy policy) {
        return new WorkQueue<>(
                "prints",
                PrintJob.class,
                policy,
                store,
                mongo.getConverter(),
                work -> transaction.executeWithoutResult(status -> work.run()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(WorkClaim<PrintJob> claim) {
        positions.add(claim.item().position());
        handling.accept(claim);
        done.add(claim.item().payload().text());
    }

    @Override
    public void givenUp(WorkItem<PrintJob> item, String reason) {
        mongo.insert(new Document("_id", item.id()), "failed");
        hook.run();
        givenUp.add(reason);
    }

    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    void enqueue(String id, @Nullable WorkspaceId workspace) {
        inTransaction(() -> queue.enqueue(request(id, workspace)));
    }

    static WorkRequest<PrintJob> request(String id, @Nullable WorkspaceId workspace) {
        return WorkRequest.of(KIND, workspace, new PrintJob(id)).once(id);
    }

    /** As if so much time had passed for the items; the database's clock cannot be moved. */
    void pass(Duration time) {
        var earlier = new Document("$subtract", List.of("$dueAt", time.toMillis()));
        mongo.getCollection("work_items")
                .updateMany(new Document(), List.of(new Document("$set", new Document("dueAt", earlier))));
    }

    /** How long until an item is due, by the clock of this machine, which is the database's. */
    Duration until(String id) {
        return Duration.between(Instant.now(), stored(id).getDate("dueAt").toInstant());
    }

    Document stored(String id) {
        var found = mongo.getCollection("work_items")
                .find(new Document("_id", "prints:" + id))
                .first();
        return found == null ? new Document("dueAt", Date.from(Instant.EPOCH)) : found;
    }

    WorkItemState state(String id) {
        return queue.find(id).orElseThrow().state();
    }

    @Override
    public void close() {
        mongo.getDb().drop();
        client.close();
    }

    /** What the tests' items are about. */
    record PrintJob(String text) {}
}
