package dev.atelier.kit.work;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Processes the items of a queue, one after another. Counts failed attempts in {@code atelier.work.failures}. */
final class WorkQueueWorker<T extends Record> implements WorkerThreadPool.WorkerJob {
    private static final Logger log = LoggerFactory.getLogger(WorkQueueWorker.class);
    private static final String NEVER_ENDED = "its attempts did not end";
    /** How many more claims call the handler's hook, until the item is given up without it. */
    private static final int HOOK_ATTEMPTS = 3;

    private final WorkQueue<T> queue;
    private final Map<String, WorkHandler<T>> handlers;
    private final Counter failures;

    WorkQueueWorker(WorkQueue<T> queue, Collection<? extends WorkHandler<T>> handlers, MeterRegistry meters) {
        this.queue = queue;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(WorkHandler::kind, Function.identity()));
        this.failures = meters.counter("atelier.work.failures", "queue", queue.name());
    }

    @Override
    public boolean tryOne() {
        var claim = queue.claim(handlers);
        claim.ifPresent(this::work);
        return claim.isPresent();
    }

    private void work(WorkClaim<T> claim) {
        try {
            if (claim.attempts() > queue.policy().attempts()) {
                abandon(claim);
            } else {
                handle(claim);
            }
        } catch (WorkClaimLost e) {
            log.info("{}: the claim of {} is lost", queue.name(), claim.id());
        }
    }

    private void handle(WorkClaim<T> claim) {
        var handler = claim.handler();
        try (var _ = LeaseRenewal.begin(claim, queue.policy())) {
            handler.handle(claim);
            if (!claim.ended()) {
                claim.complete();
            }
        } catch (WorkClaimLost e) {
            throw e;
        } catch (Throwable e) {
            failures.increment();
            log.warn("{}: attempt {} at {} failed", queue.name(), claim.attempts(), claim.id(), e);
            claim.fail(e);
        }
    }

    /** Gives up an item whose attempts all ended without a result: the process died, or giving up failed. */
    private void abandon(WorkClaim<T> claim) {
        log.error("{}: {} is given up, {}", queue.name(), claim.id(), NEVER_ENDED);
        if (claim.attempts() > queue.policy().attempts() + HOOK_ATTEMPTS) {
            claim.giveUpSilently(NEVER_ENDED);
        } else {
            claim.giveUp(NEVER_ENDED);
        }
    }
}
