package dev.atelier.workspace.usage;

import dev.atelier.kit.mongo.Transactions;
import dev.atelier.workspace.plan.BeyondPlan;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Says that a workspace has reached a limit of its plan, when something was refused for it. */
@Component
public class Reaching {
    private final Workspaces workspaces;
    private final Transactions transactions;
    private final Clock clock;

    Reaching(Workspaces workspaces, Transactions transactions, Clock clock) {
        this.workspaces = workspaces;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does it; where it goes beyond the plan that is said, and then refused as before. Outside the work's transaction. */
    public <T> T watch(Supplier<T> work) {
        try {
            return work.get();
        } catch (BeyondPlan beyond) {
            note(beyond);
            throw beyond;
        }
    }

    /** Says it, once for each limit in a calendar month, UTC. */
    public void note(BeyondPlan beyond) {
        var month = YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)).toString();
        transactions.run(() -> workspaces.reach(beyond.workspace(), beyond.reached(), month));
    }
}
