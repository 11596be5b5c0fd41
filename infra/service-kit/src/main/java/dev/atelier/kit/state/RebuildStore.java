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
 * Which projections are being rebuilt, so that what arrives meanwhile goes into both collections: a mark that counts as
 * long as its lease is held. What a crash left behind counts no more after half a minute.
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
     * Nobody else rebuilds it until the end.
     *
     * @throws RebuildAlreadyRunning where somebody does, here or elsewhere
     */
    GrantedLease take(String topic) {
        if (!here.add(topic)) {
            throw new RebuildAlreadyRunning();
        }
        try {
            return leaseStore.take(lease(topic), LEASE).orElseThrow(RebuildAlreadyRunning::new);
        } catch (RuntimeException e) {
            here.remove(topic);
            throw e;
        }
    }

    /** From here on what arrives goes into both. */
    void mark(String topic, GrantedLease grantedLease) {
        rebuilds()
                .replaceOne(
                        eq("_id", topic),
                        new Document("_id", topic).append("token", grantedLease.token()),
                        new ReplaceOptions().upsert(true));
    }

    /** @throws IllegalStateException where it lapsed: what arrived meanwhile may be missing */
    GrantedLease renew(GrantedLease grantedLease) {
        if (!grantedLease.lastsFor(Duration.ZERO)) {
            throw new IllegalStateException("the rebuilding stood still too long");
        }
        return leaseStore
                .take(grantedLease.name(), LEASE)
                .orElseThrow(() -> new IllegalStateException("another instance rebuilds it"));
    }

    boolean running(String topic) {
        return rebuilds().find(eq("_id", topic)).first() != null && leaseStore.held(lease(topic));
    }

    /** Ends one's own; false where another instance has begun its own meanwhile. */
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
