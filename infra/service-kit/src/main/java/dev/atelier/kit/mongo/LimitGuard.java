package dev.atelier.kit.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atelier.kit.crypto.Sha256;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Keeps limits that are counted before something is added: two transactions that write the same guard cannot both commit, so the
 * second one counts again. Without it both count what was there before, and the limit is exceeded.
 */
public final class LimitGuard {
    private static final String COLLECTION = "limit_guards";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;

    LimitGuard(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A guard is needed while its transaction runs; the server removes it an hour after its last use. */
    void createIndexes() {
        guards().createIndex(
                        Indexes.ascending("usedAt"),
                        new IndexOptions().name("unused").expireAfter(1L, TimeUnit.HOURS));
    }

    /**
     * Writes a guard in the running transaction; call it beside the count.
     *
     * @param what the plural noun of what is limited
     * @param owner in whose bounds it is counted: a workspace, a project, a person, an address; stored as its SHA-256
     */
    public void write(String what, Object owner) {
        TransactionRunner.demand("guarding a limit");
        var used = Updates.combine(Updates.inc("uses", 1L), Updates.currentDate("usedAt"));
        try {
            mongo.execute(
                    COLLECTION,
                    found -> found.updateOne(eq("_id", what + ":" + Sha256.hex(owner.toString())), used, UPSERT));
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("another transaction wrote this guard first", e);
        }
    }

    private MongoCollection<Document> guards() {
        return mongo.getCollection(COLLECTION);
    }
}
