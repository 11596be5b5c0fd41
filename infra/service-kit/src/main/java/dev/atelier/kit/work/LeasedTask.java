package dev.atelier.kit.work;

import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.mongo.LeaseStore.GrantedLease;
import dev.atelier.kit.problem.Refusal;
import dev.atelier.kit.problem.RefusalReason;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Task that is repeated on one instance at a time: the one that holds the lease. Between its steps the task checks whether it may go on.
 * A failure is logged and the task repeated after its pause; where the task cannot reach another system ({@link
 * RefusalReason#UNAVAILABLE}), only the beginning and the end of that are logged. Counted in {@code atelier.tasks} with the tags {@code
 * task} and {@code outcome} (completed, unavailable or failed). Created by {@link LeasedTaskFactory}.
 */
public final class LeasedTask implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(LeasedTask.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWED_BELOW = Duration.ofSeconds(6);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String name;
    private final Duration pause;
    private final LeaseStore leaseStore;
    private final Consumer<BooleanSupplier> task;
    private final MeterRegistry meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final WorkerThread thread;
    private @Nullable GrantedLease grant;
    private boolean unavailable;

    LeasedTask(
            String name, Duration pause, LeaseStore leaseStore, MeterRegistry meters, Consumer<BooleanSupplier> task) {
        this.name = name;
        this.pause = pause;
        this.leaseStore = leaseStore;
        this.meters = meters;
        this.task = task;
        this.thread = WorkerThread.virtual(name, this::runAndWait);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Lets the current step finish; one that takes too long is interrupted, which is as safe as a crash. */
    @Override
    public void stop() {
        thread.stop();
        stopping.countDown();
        if (!thread.join(GRACE)) {
            thread.interrupt();
            thread.join(GRACE);
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return thread.size();
    }

    @Override
    public int alive() {
        return thread.alive();
    }

    private void runAndWait() throws InterruptedException {
        runOnce();
        if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS) && grant != null) {
            leaseStore.release(grant);
        }
    }

    private void runOnce() {
        try {
            if (holdsLease()) {
                task.accept(this::mayGoOn);
                count("completed");
                logRecovery();
            }
        } catch (Refusal e) {
            if (e.reason() == RefusalReason.UNAVAILABLE) {
                logOutage(e);
            } else {
                logFailure(e);
            }
        } catch (RuntimeException | Error e) {
            logFailure(e);
        }
    }

    private void logOutage(Refusal cause) {
        count("unavailable");
        if (!unavailable) {
            log.warn("{} is retried every {}: {}", name, pause, cause.getMessage());
            unavailable = true;
        }
    }

    private void logRecovery() {
        if (unavailable) {
            log.info("{} works again.", name);
            unavailable = false;
        }
    }

    private void logFailure(Throwable failure) {
        if (stopping.getCount() > 0) {
            count("failed");
            log.error("{} failed and is retried.", name, failure);
        }
    }

    private void count(String outcome) {
        meters.counter("atelier.tasks", "task", name, "outcome", outcome).increment();
    }

    private boolean mayGoOn() {
        return stopping.getCount() > 0 && holdsLease();
    }

    private boolean holdsLease() {
        if (grant == null || !grant.isValidFor(RENEWED_BELOW)) {
            grant = leaseStore.acquire(name, LEASE).orElse(null);
        }
        return grant != null;
    }
}
