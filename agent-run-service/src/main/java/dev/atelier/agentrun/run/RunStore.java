package dev.atelier.agentrun.run;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.AcrossWorkspaces;
import dev.atelier.kit.problem.NotFound;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;

/** Stores runs in MongoDB. */
@Component
public class RunStore {
    private static final List<RunState> OPEN =
            List.of(RunState.QUEUED, RunState.RUNNING, RunState.WAITING, RunState.PAUSED);

    private final MongoTemplate mongo;

    RunStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /**
     * Returns one run of a workspace.
     *
     * @throws NotFound when it does not exist
     */
    public Run get(WorkspaceId workspace, RunId id) {
        var run = mongo.findOne(
                query(where("workspaceId").is(workspace).and("_id").is(id)), RunDocument.class);
        if (run == null) {
            throw new NotFound();
        }
        return run.run();
    }

    /** Saves a run with an optimistic lock. Only the start of a run and {@link RunTransitionRecorder} save runs. */
    public Run save(Run run) {
        return mongo.save(RunDocument.of(run)).run();
    }

    /** Returns open runs that one person started in a workspace, by id. */
    public List<Run> openOf(WorkspaceId workspace, UserId starter, @Nullable RunId after, int limit) {
        return open(where("workspaceId").is(workspace).and("order.startedBy").is(starter), after, limit);
    }

    /** Returns open runs of a project, by id. */
    public List<Run> openOf(WorkspaceId workspace, ProjectId project, @Nullable RunId after, int limit) {
        return open(where("workspaceId").is(workspace).and("order.projectId").is(project), after, limit);
    }

    /** Returns open runs that one person started in any workspace, by id. */
    @AcrossWorkspaces("a deactivated person's runs end in all workspaces")
    public List<Run> openOf(UserId starter, @Nullable RunId after, int limit) {
        return open(where("order.startedBy").is(starter), after, limit);
    }

    public boolean anyOpenOf(WorkspaceId workspace, UserId starter) {
        return mongo.exists(
                query(where("workspaceId")
                        .is(workspace)
                        .and("order.startedBy")
                        .is(starter)
                        .and("state")
                        .in(OPEN)),
                RunDocument.class);
    }

    public boolean anyOpenOf(WorkspaceId workspace, ProjectId project) {
        return mongo.exists(
                query(where("workspaceId")
                        .is(workspace)
                        .and("order.projectId")
                        .is(project)
                        .and("state")
                        .in(OPEN)),
                RunDocument.class);
    }

    @AcrossWorkspaces("a deactivated person's runs end in all workspaces")
    public boolean anyOpenOf(UserId starter) {
        return mongo.exists(
                query(where("order.startedBy").is(starter).and("state").in(OPEN)), RunDocument.class);
    }

    /** Returns the number of a person's open runs in a workspace. */
    public long countOpenOf(WorkspaceId workspace, UserId starter) {
        return mongo.count(
                query(where("workspaceId")
                        .is(workspace)
                        .and("order.startedBy")
                        .is(starter)
                        .and("state")
                        .in(OPEN)),
                RunDocument.class);
    }

    /** Returns the number of a workspace's runs since then; their ids start with the time. */
    public long countSince(WorkspaceId workspace, Instant begin) {
        var first = new RunId(new UUID(begin.toEpochMilli() << 16, 0));
        return mongo.count(query(where("workspaceId").is(workspace).and("_id").gte(first)), RunDocument.class);
    }

    private List<Run> open(Criteria whose, @Nullable RunId after, int limit) {
        var open = whose.and("state").in(OPEN);
        var some = after == null ? open : open.and("_id").gt(after);
        return mongo.find(query(some).with(Sort.by("_id")).limit(limit), RunDocument.class).stream()
                .map(RunDocument::run)
                .toList();
    }

    /** Returns the runs that match a filter, newest first. */
    public List<Run> list(WorkspaceId workspace, RunFilter filter, int limit) {
        var criteria = where("workspaceId").is(workspace);
        if (filter.project() != null) {
            criteria = criteria.and("order.projectId").is(filter.project());
        } else if (filter.projects() != null) {
            criteria = criteria.and("order.projectId").in(filter.projects());
        }
        if (filter.agent() != null) {
            criteria = criteria.and("order.agentId").is(filter.agent());
        }
        if (filter.state() != null) {
            criteria = criteria.and("state").is(filter.state());
        }
        if (filter.before() != null) {
            criteria = criteria.and("_id").lt(filter.before());
        }
        return mongo
                .find(query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit), RunDocument.class)
                .stream()
                .map(RunDocument::run)
                .toList();
    }
}
