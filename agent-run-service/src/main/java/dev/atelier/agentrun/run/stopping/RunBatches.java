package dev.atelier.agentrun.run.stopping;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.Runs;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.TypedIds;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.NotFound;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Goes through open runs in batches, by their ids; each run is one transaction. */
@Component
class RunBatches {
    static final int SIZE = 20;

    private final Runs runs;
    private final Transactions transactions;

    RunBatches(Runs runs, Transactions transactions) {
        this.runs = runs;
        this.transactions = transactions;
    }

    static @Nullable RunId after(@Nullable String position) {
        return position == null ? null : TypedIds.parse(RunId.class, position);
    }

    /** Changes each run as it stands by then; returns where the next batch begins, null where this was the last. */
    @Nullable String each(List<Run> batch, Consumer<Run> change) {
        batch.forEach(run -> one(run, change));
        return batch.size() < SIZE ? null : batch.getLast().id().toString();
    }

    private void one(Run run, Consumer<Run> change) {
        transactions.run(() -> {
            try {
                change.accept(runs.get(run.workspaceId(), run.id()));
            } catch (DuplicateKeyException e) {
                throw new OptimisticLockingFailureException("a worker wrote the next line of the run first", e);
            } catch (NotFound e) {
                // It was deleted meanwhile.
            }
        });
    }
}
