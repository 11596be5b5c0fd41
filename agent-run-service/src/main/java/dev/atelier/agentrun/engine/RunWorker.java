package dev.atelier.agentrun.engine;

import dev.atelier.agentrun.run.Run;
import dev.atelier.agentrun.run.journal.JournalEntry;
import dev.atelier.agentrun.run.journal.JournalEvent.ApprovalDecided;
import dev.atelier.agentrun.run.journal.JournalEvent.Cancelled;
import dev.atelier.agentrun.run.journal.JournalEvent.Paused;
import dev.atelier.agentrun.run.journal.JournalEvent.Queued;
import dev.atelier.agentrun.run.journal.JournalEvent.Resumed;
import dev.atelier.agentrun.run.journal.JournalFeed;
import dev.atelier.agentrun.run.journal.JournalListener;
import dev.atelier.agentrun.run.journal.RunFenced;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UuidV7;
import dev.atelier.kit.work.OwnThread;
import dev.atelier.kit.work.RetryBackoff;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A worker with one lease. It claims runs while it has capacity and executes each on its own virtual thread. It stops
 * for good when its lease is lost or released.
 */
@OwnThread("one thread for each run and one that claims; each catches its exceptions; other workers take over runs")
final class RunWorker implements JournalListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final RetryBackoff BACKOFF = new RetryBackoff(Duration.ofSeconds(2), Duration.ofSeconds(256));
    private static final int MOST_REMEMBERED = 10_000;

    private final UUID id = UuidV7.next();
    private final WorkerLeaseStore workerLeaseStore;
    private final RunExecutor runExecutor;
    private final JournalFeed feed;
    private final ConcurrentHashMap<RunId, Thread> carried = new ConcurrentHashMap<>();
    /** Consecutive failures of each run in this worker. */
    private final ConcurrentHashMap<RunId, Integer> troubles = new ConcurrentHashMap<>();

    private final Semaphore room;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean open = true;
    /** Whether the database may assign runs to this worker that it does not execute. */
    private volatile boolean unsure;

    RunWorker(WorkerLeaseStore workerLeaseStore, RunExecutor runExecutor, JournalFeed feed, int runsAtOnce) {
        this.workerLeaseStore = workerLeaseStore;
        this.runExecutor = runExecutor;
        this.feed = feed;
        this.room = new Semaphore(runsAtOnce);
    }

    void start() {
        workerLeaseStore.createLease(id);
        feed.addListener(this);
        Thread.ofVirtual().name("claims").start(this::claimAll);
    }

    UUID id() {
        return id;
    }

    /** Wakes up the claim loop; a run may be waiting. */
    void wakeUp() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void claimAll() {
        while (open) {
            try {
                room.acquire();
                if (!claimOne()) {
                    room.release();
                    bell.acquire();
                    bell.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                room.release();
                unsure = true;
                LOG.warn("Claiming a run failed; the worker retries", e);
                bell.drainPermits();
                RetryPause.of(Duration.ofMillis(500));
            }
        }
    }

    /** Claims and starts one run; returns whether there was one. A closed worker claims none. */
    private synchronized boolean claimOne() {
        if (open && unsure) {
            unsure = false;
            var freed = workerLeaseStore.releaseOthers(id, List.copyOf(carried.keySet()));
            LOG.info("Worker {} released {} runs that it does not execute", id, freed);
        }
        var run = open ? workerLeaseStore.claimNext(id) : Optional.<Run>empty();
        run.ifPresent(taken -> {
            var thread = Thread.ofVirtual().name("run").unstarted(() -> execute(taken));
            carried.put(taken.id(), thread);
            thread.start();
        });
        return run.isPresent();
    }

    private void execute(Run run) {
        MDC.put("workspaceId", run.workspaceId().toString());
        MDC.put("runId", run.id().toString());
        var kept = false;
        try {
            runExecutor.execute(run, UuidV7.next());
            troubles.remove(run.id());
        } catch (RunFenced e) {
            LOG.info("Run {} was continued by another worker or stopped", run.id());
        } catch (RuntimeException | Error e) {
            kept = !releaseFailed(run, e);
        } finally {
            carried.remove(run.id());
            unsure |= kept;
            room.release();
            wakeUp();
        }
    }

    /** Releases a failed run. Returns whether the database no longer assigns the run to this worker. */
    private boolean releaseFailed(Run run, Throwable trouble) {
        if (!open) {
            return true;
        }
        LOG.warn("Run {} failed unexpectedly and is retried", run.id(), trouble);
        Thread.interrupted();
        try {
            workerLeaseStore.release(id, run, pauseAfter(troubles(run)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Run {} could not be released yet", run.id(), e);
            return false;
        }
    }

    private int troubles(Run run) {
        if (troubles.size() >= MOST_REMEMBERED) {
            troubles.clear();
        }
        return troubles.merge(run.id(), 1, Integer::sum);
    }

    /**
     * Returns the pause after that many failures: 2 seconds, doubled each time, at most 256 seconds. A run that always
     * fails then costs other runs little.
     */
    static Duration pauseAfter(int troubles) {
        return BACKOFF.pauseAfter(troubles);
    }

    @Override
    public void onEntry(JournalEntry entry) {
        switch (entry.what()) {
            case Queued queued -> wakeUp();
            case ApprovalDecided decided -> wakeUp();
            case Resumed resumed -> wakeUp();
            case Cancelled cancelled -> interrupt(entry.runId());
            case Paused paused -> interrupt(entry.runId());
            default -> {}
        }
    }

    private void interrupt(RunId run) {
        var thread = carried.get(run);
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public void onFeedRestarted() {
        wakeUp();
    }

    boolean open() {
        return open;
    }

    /** Renews the lease. A worker that lost its lease stops for good. */
    boolean renew() {
        if (open && !workerLeaseStore.renew(id)) {
            LOG.warn("Worker {} lost its lease and stops its {} runs", id, carried.size());
            close();
        }
        return open;
    }

    /** Stops all runs, after a claim that is in progress. Does not release the runs. */
    synchronized void close() {
        open = false;
        feed.removeListener(this);
        bell.release();
        carried.values().forEach(Thread::interrupt);
    }

    /** Stops all runs and releases them immediately. */
    void closeAndRelease() {
        close();
        workerLeaseStore.endLease(id);
    }
}
