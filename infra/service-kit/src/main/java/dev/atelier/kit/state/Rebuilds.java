package dev.atelier.kit.state;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import dev.atelier.kit.mongo.Leases;
import dev.atelier.kit.mongo.Leases.Grant;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Which projections are being rebuilt, so that what arrives meanwhile goes into both collections: a mark that counts as
 * long as its lease is held. What a crash left behind counts no more after half a minute.
 */
final class Rebuilds {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final MongoTemplate mongo;
    private final Leases leases;
    private final Set<String> here = ConcurrentHashMap.newKeySet();

    Rebuilds(MongoTemplate mongo, Leases leases) {
        this.mongo = mongo;
        this.leases = leases;
    }

    /**
     * Nobody else rebuilds it until the end.
     *
     * @throws RebuildRunning where somebody does, here or elsewhere
     */
    Grant take(String topic) {
        if (!here.add(topic)) {
            throw new RebuildRunning();
        }
        try {
            return leases.take(lease(topic), LEASE).orElseThrow(RebuildRunning::new);
        } catch (RuntimeException e) {
            here.remove(topic);
            throw e;
        }
    }

    /** From here on what arrives goes into both. */
    void mark(String topic, Grant grant) {
        rebuilds()
                .replaceOne(
                        eq("_id", topic),
                        new Document("_id", topic).append("token", grant.token()),
                        new ReplaceOptions().upsert(true));
    }

    /** @throws IllegalStateException where it lapsed: what arrived meanwhile may be missing */
    Grant renew(Grant grant) {
        if (!grant.lastsFor(Duration.ZERO)) {
            throw new IllegalStateException("the rebuilding stood still too long");
        }
        return leases.take(grant.name(), LEASE)
                .orElseThrow(() -> new IllegalStateException("another instance rebuilds it"));
    }

    boolean running(String topic) {
        return rebuilds().find(eq("_id", topic)).first() != null && leases.held(lease(topic));
    }

    /** Ends one's own; false where another instance has begun its own meanwhile. */
    boolean unmark(String topic, Grant grant) {
        return rebuilds()
                        .deleteOne(and(eq("_id", topic), eq("token", grant.token())))
                        .getDeletedCount()
                == 1;
    }

    void release(String topic, Grant grant) {
        here.remove(topic);
        leases.release(grant);
    }

    private static String lease(String topic) {
        return "rebuild-" + topic;
    }

    private MongoCollection<Document> rebuilds() {
        return mongo.getCollection("rebuilds");
    }
}
