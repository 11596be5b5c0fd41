package dev.atelier.kit.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Leases that one instance at a time holds for a limited time. The clock of the database decides when a lease expires.
 */
public final class LeaseStore {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoTemplate mongo;
    private final String owner;

    /**
     * Creates the store of one instance.
     *
     * @param owner identifies the instance, unique among all that use the database
     */
    public LeaseStore(MongoTemplate mongo, String owner) {
        this.mongo = mongo;
        this.owner = owner;
    }

    /**
     * Acquires a lease, or renews it where this instance already holds it. Returns empty where another instance holds
     * it. The duration counts from before the request, so that the grant expires here before it expires in the
     * database.
     */
    public Optional<GrantedLease> acquire(String name, Duration length) {
        long asked = System.nanoTime();
        var mine = new Document("$eq", List.of("$owner", owner));
        var over = new Document("$lt", List.of("$until", "$$NOW"));
        var free = new Document("$or", List.of(mine, over));
        var before = new Document("$ifNull", List.of("$token", 0L));
        var next = new Document("$add", List.of(before, 1L));
        var set = new Document("token", either(mine, before, either(free, next, before)))
                .append("owner", either(free, owner, "$owner"))
                .append("until", either(free, new Document("$add", List.of("$$NOW", length.toMillis())), "$until"));
        try {
            var held = leases().findOneAndUpdate(
                            eq("_id", name),
                            List.of(new Document("$set", set)),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            return Optional.ofNullable(held)
                    .filter(lease -> owner.equals(lease.getString("owner")))
                    .map(lease -> new GrantedLease(name, lease.getLong("token"), asked + length.toNanos()));
        } catch (MongoException e) {
            if (e.getCode() == DUPLICATE_KEY) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether any instance holds the lease at this moment. */
    public boolean isHeld(String name) {
        var lasts = new Document("$gt", List.of("$until", "$$NOW"));
        return leases().find(and(eq("_id", name), expr(lasts))).first() != null;
    }

    /** Releases the lease, so that another instance can acquire it at once. */
    public void release(GrantedLease grantedLease) {
        leases().updateOne(
                        and(eq("_id", grantedLease.name()), eq("owner", owner), eq("token", grantedLease.token())),
                        new Document("$set", new Document("until", Instant.EPOCH).append("owner", "")));
    }

    private static Document either(Object condition, Object yes, Object no) {
        return new Document("$cond", List.of(condition, yes, no));
    }

    private MongoCollection<Document> leases() {
        return mongo.getCollection("leases");
    }

    /**
     * A lease that this instance acquired.
     *
     * @param token grows with every change of owner
     * @param deadlineNanos on the scale of {@link System#nanoTime()}
     */
    public record GrantedLease(String name, long token, long deadlineNanos) {
        public boolean isValidFor(Duration time) {
            return deadlineNanos - System.nanoTime() > time.toNanos();
        }
    }
}
