package dev.atelier.kit.batch;

import dev.atelier.kit.batch.BatchJobQueue.Claim;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs batch jobs. It handles batches of one job for up to two seconds, then another job is next. Counts failed batches
 * in {@code atelier.batch.failures}.
 */
final class BatchJobWorker {
    private static final Logger log = LoggerFactory.getLogger(BatchJobWorker.class);
    private static final Duration TURN = Duration.ofSeconds(2);

    private final BatchJobQueue queue;
    private final Map<String, BatchJobHandler> handlers;
    private final MeterRegistry meters;

    BatchJobWorker(BatchJobQueue queue, Collection<BatchJobHandler> handlers, MeterRegistry meters) {
        this.queue = queue;
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(BatchJobHandler::kind, Function.identity()));
        this.meters = meters;
    }

    /** Claims a job and handles some of its batches; returns false where no job is due. */
    boolean tryOne() {
        var claim = queue.claim(handlers.keySet());
        claim.ifPresent(this::handleClaim);
        return claim.isPresent();
    }

    private void handleClaim(Claim claim) {
        var kind = claim.job().kind();
        try {
            handleBatches(claim, Objects.requireNonNull(handlers.get(kind)));
        } catch (RuntimeException e) {
            meters.counter("atelier.batch.failures", "kind", kind).increment();
            log.warn("A batch of the job {} failed and will be retried", kind, e);
            queue.postpone(claim);
        }
    }

    private void handleBatches(Claim claim, BatchJobHandler handler) {
        long end = System.nanoTime() + TURN.toNanos();
        var position = claim.position();
        do {
            position = handler.handle(claim.job(), claim.requestedAt(), position);
            if (position == null) {
                queue.finish(claim);
                return;
            }
            if (!queue.advance(claim, position)) {
                return;
            }
        } while (System.nanoTime() < end);
        queue.release(claim, position);
    }
}
