package dev.atelier.agentrun.run.queue;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.agentrun.run.RunStore;
import dev.atelier.events.WorkspaceState;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceSuspended;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.state.EntityStateHandler;
import dev.atelier.kit.state.StateProjection;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Limits the runs of a workspace in a calendar month (UTC) according to its plan. If the plan has a limit, the
 * transaction that starts a run increases a counter, so concurrent starts wait for each other. Without a limit nothing
 * is counted.
 */
@Component
class RunQuota implements EntityStateHandler<WorkspaceState> {
    private final StateProjection<WorkspaceState> workspaces;
    private final RunStore runStore;
    private final MongoTemplate mongo;
    private final Clock clock;

    RunQuota(StateProjection<WorkspaceState> workspaces, RunStore runStore, MongoTemplate mongo, Clock clock) {
        this.workspaces = workspaces;
        this.runStore = runStore;
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Counts one run of this month, in the running transaction.
     *
     * @throws RunLimitReached when the plan allows no more runs
     * @throws WorkspaceSuspended when the workspace is suspended for missing payment
     */
    void countStart(WorkspaceId workspace) {
        TransactionRunner.requireTransaction("counting a run of the plan");
        var state = workspaces.find(workspace.toString()).orElse(null);
        if (state == null) {
            return;
        }
        if (state.suspended()) {
            throw new WorkspaceSuspended();
        }
        var limit = state.runsPerMonth();
        if (limit != null) {
            var month = month();
            long started = count(workspace, month);
            if (started > limit) {
                throw new RunLimitReached(
                        limit, started - 1, month.plusMonths(1).atDay(1));
            }
        }
    }

    /** Returns whether the workspace's plan limits runs, so that all its starts use one counter. */
    boolean isLimited(WorkspaceId workspace) {
        return workspaces
                .find(workspace.toString())
                .map(WorkspaceState::runsPerMonth)
                .isPresent();
    }

    /** Starts are not counted while there is no limit. When a limit is set, all runs of this month are counted. */
    @Override
    public void handleChange(@Nullable WorkspaceState before, WorkspaceState after) {
        if (after.runsPerMonth() != null && (before == null || before.runsPerMonth() == null)) {
            mongo.remove(of(after.workspaceId(), month()), RunQuotaUsageDocument.class);
        }
    }

    /** Increases the counter and returns it. */
    private long count(WorkspaceId workspace, YearMonth month) {
        var counted = mongo.findAndModify(
                of(workspace, month),
                new Update().inc("runs", 1),
                FindAndModifyOptions.options().returnNew(true),
                RunQuotaUsageDocument.class);
        if (counted == null) {
            var begin = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            counted = mongo.insert(new RunQuotaUsageDocument(
                    workspace + "/" + month, workspace, month.toString(), runStore.countSince(workspace, begin) + 1));
        }
        return counted.runs();
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private static Query of(WorkspaceId workspace, YearMonth month) {
        return query(where("workspaceId").is(workspace).and("month").is(month.toString()));
    }
}
