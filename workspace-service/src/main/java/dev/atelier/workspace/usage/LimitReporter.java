package dev.atelier.workspace.usage;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.workspace.plan.PlanLimitReached;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Publishes that a workspace has reached a limit of its plan, when a request was refused for that reason. */
@Component
public class LimitReporter {
    private final WorkspaceStore workspaceStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    LimitReporter(WorkspaceStore workspaceStore, TransactionRunner transactionRunner, Clock clock) {
        this.workspaceStore = workspaceStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /**
     * Runs the work. If it fails because of a plan limit, publishes that and throws the refusal again. Runs outside the
     * transaction of the work.
     */
    public <T> T callAndReport(Supplier<T> work) {
        try {
            return work.get();
        } catch (PlanLimitReached beyond) {
            report(beyond);
            throw beyond;
        }
    }

    /** Publishes the event, once for each limit in a calendar month, UTC. */
    public void report(PlanLimitReached beyond) {
        var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
        transactionRunner.run(() -> workspaceStore.publishLimitReached(beyond.workspace(), beyond.reached(), month));
    }
}
