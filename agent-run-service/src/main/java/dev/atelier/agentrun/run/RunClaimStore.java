package dev.atelier.agentrun.run;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.WriteConcern;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.atelier.events.id.RunId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Stores which worker executes which run. A claim does not fence other workers; the journal does. */
@Component
public class RunClaimStore {
    private static final FindOneAndUpdateOptions FIRST =
            new FindOneAndUpdateOptions().sort(ascending("turn", "_id")).returnDocument(ReturnDocument.AFTER);

    private final MongoTemplate mongo;
    private final FairTurnAllocator fairTurnAllocator;
    private final Clock clock;

    RunClaimStore(MongoTemplate mongo, FairTurnAllocator fairTurnAllocator, Clock clock) {
        this.mongo = mongo;
        this.fairTurnAllocator = fairTurnAllocator;
        this.clock = clock;
    }

    /**
     * Claims the run whose turn it is. The claim is written without database journal: the journal entry that the worker
     * writes next makes it durable and fences other workers.
     */
    @AcrossWorkspaces("workspaces take turns")
    public Optional<Run> claimNext(UUID worker) {
        var free = and(
                eq("state", RunState.QUEUED.name()),
                or(eq("notBefore", null), lte("notBefore", Date.from(clock.instant()))));
        var claim = combine(set("state", RunState.RUNNING.name()), set("worker", worker), inc("version", 1L));
        var claimed = mongo.getCollection(mongo.getCollectionName(RunDocument.class))
                .withWriteConcern(WriteConcern.W1)
                .findOneAndUpdate(free, claim, FIRST);
        if (claimed == null) {
            return Optional.empty();
        }
        var run = mongo.getConverter().read(RunDocument.class, claimed).run();
        fairTurnAllocator.recordServedTurn(run.turn());
        return Optional.of(run);
    }

    /** Releases a run after an unexpected failure; it can be claimed again after the pause. */
    @AcrossWorkspaces("a worker executes runs of all workspaces")
    public void release(UUID worker, Run run, Duration pause) {
        mongo.updateFirst(
                query(where("_id")
                        .is(run.id())
                        .and("worker")
                        .is(worker)
                        .and("state")
                        .is(RunState.RUNNING)),
                freed().set("notBefore", clock.instant().plus(pause)),
                RunDocument.class);
    }

    /** Releases all runs of a worker, with their old turns; returns how many. */
    @AcrossWorkspaces("a worker executes runs of all workspaces")
    public long releaseAll(UUID worker) {
        return mongo.updateMulti(
                        query(where("worker").is(worker).and("state").is(RunState.RUNNING)), freed(), RunDocument.class)
                .getModifiedCount();
    }

    /** Releases the runs of a worker that it does not execute, because it never received the result of the claim. */
    @AcrossWorkspaces("a worker executes runs of all workspaces")
    public long releaseOthers(UUID worker, Collection<RunId> carried) {
        return mongo.updateMulti(
                        query(where("worker")
                                .is(worker)
                                .and("state")
                                .is(RunState.RUNNING)
                                .and("_id")
                                .nin(carried)),
                        freed(),
                        RunDocument.class)
                .getModifiedCount();
    }

    /** Returns all workers that runs are assigned to. */
    @AcrossWorkspaces("workers execute runs of all workspaces")
    public List<UUID> workers() {
        return mongo.findDistinct(query(where("state").is(RunState.RUNNING)), "worker", RunDocument.class, UUID.class);
    }

    private static Update freed() {
        return new Update().set("state", RunState.QUEUED).unset("worker").inc("version", 1);
    }
}
