package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.mongo.LeaseStore.GrantedLease;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Stores which projections are being rebuilt, so that new states are written into both collections. A mark is valid as
 * long as the rebuild's lease is held; after a crash it expires within half a minute.
 */
final class RebuildStore {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final LeaseStore leaseStore;
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    RebuildStore(MongoTemplate mongo, LeaseStore leaseStore) {
        this.mongo = mongo;
        this.leaseStore = leaseStore;
    }

    /**
     * Acquires the lease, so that no other rebuild of the topic can start.
     *
     * @throws RebuildAlreadyRunning where a rebuild runs, on this or another instance
     */
    GrantedLease acquire(String topic) {
        if (!here.add(topic)) {
            throw new RebuildAlreadyRunning();
        }
        try {
            return leaseStore.acquire(lease(topic), LEASE).orElseThrow(RebuildAlreadyRunning::new);
        } catch (RuntimeException e) {
            here.remove(topic);
            throw e;
        }
    }

    /** From now on new states are written into both collections. */
    void mark(String topic, GrantedLease grantedLease) {
        rebuilds()
                .replaceOne(
                        eq("_id", topic),
                        new Document("_id", topic).append("token", grantedLease.token()),
                        new ReplaceOptions().upsert(true));
    }

    /**
     * Renews the lease.
     *
     * @throws IllegalStateException where the lease expired, because states may be missing in the new collection
     */
    GrantedLease renew(GrantedLease grantedLease) {
        if (!grantedLease.isValidFor(Duration.ZERO)) {
            throw new IllegalStateException("the rebuild was idle for too long");
        }
        return leaseStore
                .acquire(grantedLease.name(), LEASE)
                .orElseThrow(() -> new IllegalStateException("another instance is rebuilding the projection"));
    }

    boolean isRunning(String topic) {
        return rebuilds().find(eq("_id", topic)).first() != null && leaseStore.isHeld(lease(topic));
    }

    /** Deletes the mark of this rebuild; returns false where another instance has started its own since. */
    boolean unmark(String topic, GrantedLease grantedLease) {
        return rebuilds()
                        .deleteOne(and(eq("_id", topic), eq("token", grantedLease.token())))
                        .getDeletedCount()
                == 1;
    }

    void release(String topic, GrantedLease grantedLease) {
        here.remove(topic);
        leaseStore.release(grantedLease);
    }

    private static String lease(String topic) {
        return "rebuild-" + topic;
    }

    private MongoCollection<Document> rebuilds() {
        return mongo.getCollection("rebuilds");
    }
}
