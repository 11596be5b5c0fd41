package dev.atelier.agentrun.engine;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunClaimStore;
import dev.atelier.events.id.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores the workers and their leases. A worker has one lease for all its runs and renews it with one write. The
 * database server's clock decides when a lease expires.
 */
@Component
class WorkerLeaseStore {
    private final MongoTemplate mongo;
    private final RunClaimStore runs;
    private final EngineSettings settings;

    WorkerLeaseStore(MongoTemplate mongo, RunClaimStore runs, EngineSettings settings) {
        this.mongo = mongo;
        this.runs = runs;
        this.settings = settings;
    }

    /** Creates a worker's lease. A worker that lost its lease starts again under a new id. */
    void createLease(UUID worker) {
        workers().insertOne(new Document("_id", worker));
        workers().updateOne(eq("_id", worker), until());
    }

    /** Renews the lease. Returns false when the lease no longer exists. */
    boolean renew(UUID worker) {
        return workers().updateOne(eq("_id", worker), until()).getMatchedCount() == 1;
    }

    private List<Document> until() {
        var end = new Document("$add", List.of("$$NOW", settings.lease().toMillis()));
        return List.of(new Document("$set", new Document("until", end)));
    }

    Optional<Run> claimNext(UUID worker) {
        return runs.claimNext(worker);
    }

    void release(UUID worker, Run run, Duration pause) {
        runs.release(worker, run, pause);
    }

    /** Releases the runs that the database assigns to the worker but that it does not execute; returns how many. */
    long releaseOthers(UUID worker, Collection<RunId> carried) {
        return runs.releaseOthers(worker, carried);
    }

    /** Releases all runs of the worker and deletes its lease. */
    void endLease(UUID worker) {
        runs.releaseAll(worker);
        workers().deleteOne(eq("_id", worker));
    }

    /** Releases the runs of workers whose lease expired; returns how many. */
    long releaseExpired() {
        var over = expr(new Document("$lt", List.of(new Document("$ifNull", List.of("$until", "$$NOW")), "$$NOW")));
        var silent = workers()
                .find(over)
                .map(worker -> worker.get("_id", UUID.class))
                .into(new ArrayList<>());
        long freed = 0;
        for (var worker : silent) {
            // Delete the lease first: a worker that renewed it in the meantime keeps its lease and its runs.
            if (workers().deleteOne(and(eq("_id", worker), over)).getDeletedCount() == 1) {
                freed += runs.releaseAll(worker);
            }
        }
        return freed;
    }

    /**
     * Releases runs whose worker has no lease; this happens when an instance dies between the two writes of {@link
     * #releaseExpired}.
     */
    long releaseOrphaned() {
        return runs.workers().stream()
                .filter(worker -> workers().find(eq("_id", worker)).first() == null)
                .mapToLong(runs::releaseAll)
                .sum();
    }

    private MongoCollection<Document> workers() {
        return mongo.getDb().getCollection("workers").withWriteConcern(WriteConcern.MAJORITY);
    }
}
