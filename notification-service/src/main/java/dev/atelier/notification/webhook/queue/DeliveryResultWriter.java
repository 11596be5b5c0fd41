package dev.atelier.notification.webhook.queue;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
import dev.atelier.notification.webhook.WebhookSettings;
import dev.atelier.notification.webhook.delivery.DeliveryAttempt;
import dev.atelier.notification.webhook.delivery.WebhookDeliveryStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Stores the results of attempts: those that end at about the same time in one write. */
@Component
public class DeliveryResultWriter implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(DeliveryResultWriter.class);
    private static final int TOGETHER = 200;

    private final MongoTemplate mongo;
    private final WebhookSettings settings;
    private final Clock clock;
    private final BlockingQueue<PendingResult> waiting = new LinkedBlockingQueue<>();
    private final WorkerThread thread = WorkerThread.virtual("webhook-notes", this::storeNext);

    DeliveryResultWriter(MongoTemplate mongo, WebhookSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Returns when the result is stored. Nothing is stored if another process has claimed the delivery since.
     *
     * @throws java.util.concurrent.CompletionException if the database cannot be reached: the claim expires and the
     *     delivery is sent again
     */
    public void storeResult(ClaimedDelivery claimedDelivery, DeliveryAttempt attempt, DeliveryOutcome outcome) {
        var pendingResult = new PendingResult(DeliveryResultUpdate.of(
                claimedDelivery, attempt, outcome, clock.instant(), settings, mongo.getConverter()));
        waiting.add(pendingResult);
        pendingResult.stored().join();
    }

    private void storeNext() throws InterruptedException {
        var together = new ArrayList<PendingResult>(TOGETHER);
        try {
            together.add(waiting.take());
            waiting.drainTo(together, TOGETHER - 1);
            store(together);
        } finally {
            // On shutdown, the waiting results are stored first.
            while (!isRunning() && !waiting.isEmpty()) {
                together.clear();
                waiting.drainTo(together, TOGETHER);
                store(together);
            }
        }
    }

    private void store(List<PendingResult> together) {
        try {
            var written = mongo.getCollection(WebhookDeliveryStore.COLLECTION)
                    .bulkWrite(
                            together.stream().map(PendingResult::update).toList(),
                            new BulkWriteOptions().ordered(false));
            if (written.getMatchedCount() < together.size()) {
                log.warn(
                        "{} results are not stored: another process has claimed the deliveries",
                        together.size() - written.getMatchedCount());
            }
            together.forEach(pendingResult -> pendingResult.stored().complete(null));
        } catch (RuntimeException | Error e) {
            together.forEach(pendingResult -> pendingResult.stored().completeExceptionally(e));
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return thread.name();
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return thread.alive();
    }

    /** Stops after everything that sends. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 20;
    }

    private record PendingResult(WriteModel<Document> update, CompletableFuture<@Nullable Void> stored) {
        PendingResult(UpdateOneModel<Document> update) {
            this(update, new CompletableFuture<>());
        }
    }
}
