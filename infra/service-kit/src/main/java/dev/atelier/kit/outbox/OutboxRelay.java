package dev.atelier.kit.outbox;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Publishes the outbox; one instance at a time is the relay. The change stream only wakes the lanes up, and a lane
 * publishes what it finds in the outbox, so that starting, catching up and normal operation use the same code.
 */
final class OutboxRelay implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final String LEASE = "outbox-relay";
    private static final Duration ENDING = Duration.ofSeconds(15);
    private static final List<Bson> INSERTS =
            List.of(match(eq("operationType", "insert")), project(include("fullDocument.lane")));

    private final MongoTemplate mongo;
    private final LeaseStore leaseStore;
    private final Duration lease;
    private final Map<OutboxLane, OutboxLaneRelay> lanes;
    private final WorkerThread thread = WorkerThread.virtual("outbox-relay", this::run);

    OutboxRelay(MongoTemplate mongo, LeaseStore leaseStore, Duration lease, Map<OutboxLane, OutboxLaneRelay> lanes) {
        this.mongo = mongo;
        this.leaseStore = leaseStore;
        this.lease = lease;
        this.lanes = lanes;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
        thread.join(ENDING);
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return thread.name();
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return thread.alive();
    }

    private void run() throws InterruptedException {
        OutboxLaneStore.createIndex(mongo);
        leaseStore
                .acquire(LEASE, lease)
                .ifPresent(grantedLease -> relay(new LeaseHold(leaseStore, grantedLease, lease)));
        Thread.sleep(Duration.ofMillis(500));
    }

    private void relay(LeaseHold leaseHold) {
        log.info("This instance is now the relay of the outbox");
        var over = new CountDownLatch(1);
        var running = lanes.values().stream()
                .map(lane -> WorkerThread.virtual("outbox-lane", () -> {
                    lane.run(leaseHold);
                    over.await();
                }))
                .toList();
        running.forEach(WorkerThread::start);
        try (var inserts = mongo.getCollection(Outbox.COLLECTION)
                .watch(INSERTS)
                .maxAwaitTime(1, TimeUnit.SECONDS)
                .cursor()) {
            while (isRunning() && leaseHold.isActive()) {
                leaseHold.renew();
                wakeUpLanes(inserts);
            }
        } finally {
            leaseHold.end();
            running.forEach(WorkerThread::stop);
            over.countDown();
            lanes.values().forEach(OutboxLaneRelay::wakeUp);
            running.forEach(lane -> lane.join(ENDING));
            leaseHold.release();
            log.info("This instance is no longer the relay of the outbox");
        }
    }

    private void wakeUpLanes(MongoChangeStreamCursor<ChangeStreamDocument<Document>> inserts) {
        for (var insert = inserts.tryNext(); insert != null; insert = inserts.available() > 0 ? inserts.next() : null) {
            var message = insert.getFullDocument();
            lanes.forEach((lane, relay) -> {
                if (message == null || lane.text().equals(message.getString("lane"))) {
                    relay.wakeUp();
                }
            });
        }
    }
}
