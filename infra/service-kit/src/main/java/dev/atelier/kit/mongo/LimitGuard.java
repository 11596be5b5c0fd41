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
 * Enforces limits that are counted before something is added. Two transactions that write the same guard document
 * cannot both commit, so the second one runs again and counts again. Without the guard both would count the same
 * number and together exceed the limit.
 */
public final class LimitGuard {
    private static final String COLLECTION = "limit_guards";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoTemplate mongo;

    LimitGuard(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * A guard document is needed only while its transaction runs; a TTL index deletes it one hour after its last use.
     */
    void createIndexes() {
        guards().createIndex(
                        Indexes.ascending("usedAt"),
                        new IndexOptions().name("unused").expireAfter(1L, TimeUnit.HOURS));
    }

    /**
     * Writes the guard document in the running transaction. Call it in the transaction that counts.
     *
     * @param what the plural noun of what is limited
     * @param owner the scope of the count: a workspace, a project, a person, an address; stored as its SHA-256
     * @throws IllegalStateException where no transaction is running
     */
    public void write(String what, Object owner) {
        TransactionRunner.requireTransaction("guarding a limit");
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
