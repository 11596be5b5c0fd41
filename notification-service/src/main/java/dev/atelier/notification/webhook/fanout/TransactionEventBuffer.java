package dev.atelier.notification.webhook.fanout;

import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.notification.webhook.delivery.DeliveryStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the events of one transaction, queues them together before it commits, and wakes the senders after the
 * commit.
 */
@Component
class TransactionEventBuffer {
    private final WebhookFanOut fanOut;

    TransactionEventBuffer(WebhookFanOut fanOut) {
        this.fanOut = fanOut;
    }

    void add(WebhookEvent webhookEvent) {
        TransactionRunner.requireTransaction("buffering events");
        currentBuffer().facts.add(webhookEvent);
    }

    private BufferedEvents currentBuffer() {
        if (TransactionSynchronizationManager.getResource(this) instanceof BufferedEvents begun) {
            return begun;
        }
        var bufferedEvents = new BufferedEvents();
        TransactionSynchronizationManager.bindResource(this, bufferedEvents);
        TransactionSynchronizationManager.registerSynchronization(bufferedEvents);
        return bufferedEvents;
    }

    private final class BufferedEvents implements TransactionSynchronization {
        private final List<WebhookEvent> facts = new ArrayList<>();
        private @Nullable Set<DeliveryStream> queued;

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
            TransactionSynchronizationManager.unbindResourceIfPossible(TransactionEventBuffer.this);
        }
    }
}
