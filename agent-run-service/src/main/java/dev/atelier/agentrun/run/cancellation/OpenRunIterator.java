package dev.atelier.agentrun.run.cancellation;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.RunStore;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.TypedIdFactory;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Processes open runs in batches, ordered by id, with one transaction for each run. */
@Component
class OpenRunIterator {
    static final int SIZE = 20;

    private final RunStore runStore;
    private final TransactionRunner transactionRunner;

    OpenRunIterator(RunStore runStore, TransactionRunner transactionRunner) {
        this.runStore = runStore;
        this.transactionRunner = transactionRunner;
    }

    static @Nullable RunId positionOf(@Nullable String position) {
        return position == null ? null : TypedIdFactory.parse(RunId.class, position);
    }

    /**
     * Applies the change to the current state of each run. Returns the position of the next batch; null after the last
     * one.
     */
    @Nullable String forEach(List<Run> batch, Consumer<Run> change) {
        batch.forEach(run -> one(run, change));
        return batch.size() < SIZE ? null : batch.getLast().id().toString();
    }

    private void one(Run run, Consumer<Run> change) {
        transactionRunner.run(() -> {
            try {
                change.accept(runStore.get(run.workspaceId(), run.id()));
            } catch (DuplicateKeyException e) {
                throw new OptimisticLockingFailureException("a worker wrote the next line of the run first", e);
            } catch (NotFound e) {
                // The run was deleted in the meantime.
            }
        });
    }
}
