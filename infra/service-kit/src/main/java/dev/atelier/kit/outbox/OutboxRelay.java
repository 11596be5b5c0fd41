package dev.atelier.kit.outbox;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import dev.atelier.kit.mongo.Leases;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Publishes the outbox from one instance at a time. The change stream only wakes the lanes; what they publish is what
 * they find, so that starting, catching up and running are one path.
 */
final class OutboxRelay implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final String LEASE = "outbox-relay";
    private static final List<Bson> INSERTS =
            List.of(match(eq("operationType", "insert")), project(include("fullDocument.lane")));

    private final MongoTemplate mongo;
    private final Leases leases;
    private final Duration lease;
    private final Map<Lane, LaneRelay> lanes;
    private volatile @Nullable Thread thread;

    OutboxRelay(MongoTemplate mongo, Leases leases, Duration lease, Map<Lane, LaneRelay> lanes) {
        this.mongo = mongo;
        this.leases = leases;
        this.lease = lease;
        this.lanes = lanes;
    }

    @Override
    public void start() {
        var starting = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
        thread = starting;
        starting.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            join(running);
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (isRunning()) {
            try {
                Waiting.createIndex(mongo);
                leases.take(LEASE, lease).ifPresent(grant -> relay(new Tenure(leases, grant, lease)));
            } catch (RuntimeException e) {
                if (isRunning()) {
                    log.warn("the relay tries again", e);
                }
            }
            pause();
        }
    }

    private void relay(Tenure tenure) {
        log.info("this instance relays the outbox");
        var running = lanes.values().stream()
                .map(lane -> Thread.ofVirtual().name("outbox-lane").start(() -> lane.run(tenure)))
                .toList();
        try (var inserts = mongo.getCollection(Outbox.COLLECTION)
                .watch(INSERTS)
                .maxAwaitTime(1, TimeUnit.SECONDS)
                .cursor()) {
            while (isRunning() && tenure.lasts()) {
                tenure.renew();
                wakeFor(inserts);
            }
        } finally {
            tenure.end();
            lanes.values().forEach(LaneRelay::wake);
            running.forEach(OutboxRelay::join);
            tenure.release();
            log.info("this instance no longer relays the outbox");
        }
    }

    private void wakeFor(MongoChangeStreamCursor<ChangeStreamDocument<Document>> inserts) {
        for (var insert = inserts.tryNext(); insert != null; insert = inserts.available() > 0 ? inserts.next() : null) {
            var message = insert.getFullDocument();
            lanes.forEach((lane, relay) -> {
                if (message == null || lane.text().equals(message.getString("lane"))) {
                    relay.wake();
                }
            });
        }
    }

    private static void join(Thread running) {
        try {
            running.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
