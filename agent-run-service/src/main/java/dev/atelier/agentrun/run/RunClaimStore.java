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

/** Which worker carries which run. What a claim does not do is fence: the journal does. */
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
     * Takes the run whose turn it is. The claim itself is not journalled: the line that the worker writes next makes it
     * last, and fences.
     */
    @AcrossWorkspaces("workspaces take turns")
    public Optional<Run> next(UUID worker) {
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
        fairTurnAllocator.serve(run.turn());
        return Optional.of(run);
    }

    /** Lets go of a run that had trouble, to be taken up after the pause. */
    @AcrossWorkspaces("a worker carries runs of all workspaces")
    public void letGo(UUID worker, Run run, Duration pause) {
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

    /** Frees all runs of a worker, at their old turns; says how many. */
    @AcrossWorkspaces("a worker carries runs of all workspaces")
    public long free(UUID worker) {
        return mongo.updateMulti(
                        query(where("worker").is(worker).and("state").is(RunState.RUNNING)), freed(), RunDocument.class)
                .getModifiedCount();
    }

    /** Frees the runs of a worker that it does not carry, because a claim's answer never reached it. */
    @AcrossWorkspaces("a worker carries runs of all workspaces")
    public long freeOthers(UUID worker, Collection<RunId> carried) {
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

    /** All workers that a run names. */
    @AcrossWorkspaces("workers carry runs of all workspaces")
    public List<UUID> workers() {
        return mongo.findDistinct(query(where("state").is(RunState.RUNNING)), "worker", RunDocument.class, UUID.class);
    }

    private static Update freed() {
        return new Update().set("state", RunState.QUEUED).unset("worker").inc("version", 1);
    }
}
