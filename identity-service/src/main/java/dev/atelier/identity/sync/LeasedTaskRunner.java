package dev.atelier.identity.sync;

import dev.atelier.identity.account.DirectoryUnavailable;
import dev.atelier.kit.mongo.LeaseStore;
import dev.atelier.kit.mongo.LeaseStore.GrantedLease;
import dev.atelier.kit.work.WorkerPool;
import dev.atelier.kit.work.WorkerThread;
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
 * Repeats a task on the one instance that holds the lease. Between its steps the task checks whether it may continue. A
 * failure is logged and the task repeated; an outage is logged once.
 */
public final class LeasedTaskRunner implements SmartLifecycle, WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(LeasedTaskRunner.class);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration RENEWED_BELOW = Duration.ofSeconds(6);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final String name;
    private final Duration pause;
    private final LeaseStore leaseStore;
    private final Consumer<BooleanSupplier> task;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final WorkerThread thread;
    private @Nullable GrantedLease grant;
    private boolean away;

    public LeasedTaskRunner(String name, Duration pause, LeaseStore leaseStore, Consumer<BooleanSupplier> task) {
        this.name = name;
        this.pause = pause;
        this.leaseStore = leaseStore;
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
                logRecovery();
            }
        } catch (DirectoryUnavailable e) {
            if (!away) {
                log.warn("{}: Keycloak does not answer; requests are retried.", name);
                away = true;
            }
        } catch (RuntimeException | Error e) {
            if (stopping.getCount() > 0) {
                log.error("{} failed and is retried.", name, e);
            }
        }
    }

    private void logRecovery() {
        if (away) {
            log.info("{}: Keycloak answers again.", name);
            away = false;
        }
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
