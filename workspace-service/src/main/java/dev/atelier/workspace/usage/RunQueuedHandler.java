package dev.atelier.workspace.usage;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.atelier.events.AgentRunEvent.RunQueued;
import dev.atelier.events.MessageEnvelope;
import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.inbox.DomainEventHandler;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.workspace.plan.UsageCounter;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Counts started runs by calendar month, UTC, to show them. agent-run-service decides which runs may start. */
@Component
class RunQueuedHandler implements DomainEventHandler, UsageCounter {
    private final MongoTemplate mongo;
    private final WorkspaceStore workspaceStore;
    private final Clock clock;

    RunQueuedHandler(MongoTemplate mongo, WorkspaceStore workspaceStore, Clock clock) {
        this.mongo = mongo;
        this.workspaceStore = workspaceStore;
        this.clock = clock;
    }

    void on(RunQueued run, MessageEnvelope envelope) {
        var workspace = run.workspaceId();
        var month = month(envelope.time());
        try {
            var limit = workspaceStore.plan(workspace).limit(PlanLimitKind.RUNS_PER_MONTH);
            long started = increment(workspace, month);
            if (limit != null && started >= limit) {
                workspaceStore.publishLimitReached(workspace, PlanLimitKind.RUNS_PER_MONTH, month);
            }
        } catch (NotFound e) {
            // Runs of a deleted workspace are not counted.
        }
    }

    @Override
    public PlanLimitKind of() {
        return PlanLimitKind.RUNS_PER_MONTH;
    }

    @Override
    public long used(WorkspaceId workspace) {
        var counted = mongo.findOne(of(workspace, month(clock.instant())), MonthlyRunCountDocument.class);
        return counted == null ? 0 : counted.runs();
    }

    private long increment(WorkspaceId workspace, String month) {
        var one = new Update().inc("runs", 1).setOnInsert("_id", workspace + "/" + month);
        var counted = mongo.findAndModify(
                of(workspace, month),
                one,
                FindAndModifyOptions.options().upsert(true).returnNew(true),
                MonthlyRunCountDocument.class);
        return counted == null ? 1 : counted.runs();
    }

    private static Query of(WorkspaceId workspace, String month) {
        return query(where("workspaceId").is(workspace).and("month").is(month));
    }

    private static String month(Instant at) {
        return YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
    }
}
