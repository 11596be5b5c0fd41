package dev.atelier.notification.webhook.fanout;

import dev.atelier.kit.mongo.Transactions;
import dev.atelier.notification.webhook.delivery.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gathers the facts of one transaction, queues them together before it commits, and has them sent once it has. */
@Component
class Gathering {
    private final FanOut fanOut;

    Gathering(FanOut fanOut) {
        this.fanOut = fanOut;
    }

    void add(Fact fact) {
        Transactions.demand("gathering facts");
        gathered().facts.add(fact);
    }

    private Gathered gathered() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Gathered begun) {
            return begun;
        }
        var gathered = new Gathered();
        TransactionSynchronizationManager.bindResource(this, gathered);
        TransactionSynchronizationManager.registerSynchronization(gathered);
        return gathered;
    }

    private final class Gathered implements TransactionSynchronization {
        private final List<Fact> facts = new ArrayList<>();
        private @Nullable Set<Stream> queued;

        @Override
        public void beforeCommit(boolean readOnly) {
            queued = fanOut.queue(facts);
        }

        @Override
        public void afterCommit() {
            if (queued != null) {
                fanOut.wake(queued);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Gathering.this);
        }
    }
}
