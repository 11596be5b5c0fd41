package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.journal.JournalFeed;
import dev.atelier.kit.work.OwnThread;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps this instance's worker running: renews its lease, releases the runs of workers with an expired lease, and
 * replaces the worker after its lease is lost.
 */
@OwnThread("a heartbeat that must not wait for slow steps; exceptions are caught, so that the next one follows")
@Component
@EnableConfigurationProperties(EngineSettings.class)
class WorkerSupervisor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerSupervisor.class);
    private static final int ADOPT_EVERY = 20;

    private final WorkerLeaseStore workerLeaseStore;
    private final RunExecutor runExecutor;
    private final JournalFeed feed;
    private final EngineSettings settings;
    private @Nullable RunWorker worker;
    private @Nullable ScheduledExecutorService pulse;
    private @Nullable Future<?> beating;
    private int beats;

    WorkerSupervisor(
            WorkerLeaseStore workerLeaseStore, RunExecutor runExecutor, JournalFeed feed, EngineSettings settings) {
        this.workerLeaseStore = workerLeaseStore;
        this.runExecutor = runExecutor;
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled()) {
            return;
        }
        pulse = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("engine-pulse").daemon().factory());
        beating = pulse.scheduleWithFixedDelay(
                this::heartbeat, 0, settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void heartbeat() {
        if (pulse == null) {
            return;
        }
        try {
            if (worker == null || !worker.renew()) {
                worker = new RunWorker(workerLeaseStore, runExecutor, feed, settings.runsAtOnce());
                worker.start();
            }
            long freed = workerLeaseStore.releaseExpired();
            if (beats++ % ADOPT_EVERY == 0) {
                freed += workerLeaseStore.releaseOrphaned();
            }
            if (freed > 0) {
                LOG.info("{} runs of workers with an expired lease are queued again", freed);
            }
            worker.wakeUp();
        } catch (RuntimeException | Error e) {
            LOG.warn("A heartbeat of the run engine failed: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (pulse != null && beating != null) {
            beating.cancel(false);
            pulse.shutdownNow();
            pulse = null;
        }
        if (worker != null) {
            try {
                worker.closeAndRelease();
            } catch (RuntimeException e) {
                LOG.warn("The worker's runs could not be released and wait until its lease expires: {}", e.toString());
            }
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return pulse != null;
    }

    /** Starts after the journal's writer and feed; stops before them and before the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 10;
    }
}
