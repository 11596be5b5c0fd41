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
 * One worker under one lease: claims runs while it has room, carries each on a virtual thread of its own. It ends for
 * ever when its lease is lost or given back.
 */
@OwnThread(
        "a thread for each run and one that claims them; what one throws is caught for each, and runs of a worker that fell silent are taken up by others")
final class RunWorker implements JournalListener {
    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;
    private static final int MOST_REMEMBERED = 10_000;

    private final UUID id = UuidV7.next();
    private final WorkerLeaseStore workerLeaseStore;
    private final RunExecutor runExecutor;
    private final JournalFeed feed;
    private final ConcurrentHashMap<RunId, Thread> carried = new ConcurrentHashMap<>();
    /** How often in a row runs had trouble here. */
    private final ConcurrentHashMap<RunId, Integer> troubles = new ConcurrentHashMap<>();

    private final Semaphore room;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean open = true;
    /** Whether the database may say that this worker has runs which it does not carry. */
    private volatile boolean unsure;

    RunWorker(WorkerLeaseStore workerLeaseStore, RunExecutor runExecutor, JournalFeed feed, int runsAtOnce) {
        this.workerLeaseStore = workerLeaseStore;
        this.runExecutor = runExecutor;
        this.feed = feed;
        this.room = new Semaphore(runsAtOnce);
    }

    void begin() {
        workerLeaseStore.begin(id);
        feed.listen(this);
        Thread.ofVirtual().name("claims").start(this::claimAll);
    }

    UUID id() {
        return id;
    }

    /** Something may be waiting. */
    void ring() {
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
                LOG.warn("Claiming failed and is tried again", e);
                bell.drainPermits();
                RetryPause.of(Duration.ofMillis(500));
            }
        }
    }

    /** Whether there was a run to carry; none is claimed once this worker is closed. */
    private synchronized boolean claimOne() {
        if (open && unsure) {
            unsure = false;
            var freed = workerLeaseStore.freeOthers(id, List.copyOf(carried.keySet()));
            LOG.info("Worker {} had trouble and gave {} runs back", id, freed);
        }
        var run = open ? workerLeaseStore.next(id) : Optional.<Run>empty();
        run.ifPresent(taken -> {
            var thread = Thread.ofVirtual().name("run").unstarted(() -> carry(taken));
            carried.put(taken.id(), thread);
            thread.start();
        });
        return run.isPresent();
    }

    private void carry(Run run) {
        MDC.put("workspaceId", run.workspaceId().toString());
        MDC.put("runId", run.id().toString());
        var kept = false;
        try {
            runExecutor.carry(run, UuidV7.next());
            troubles.remove(run.id());
        } catch (RunFenced e) {
            LOG.info("Run {} went on elsewhere or was stopped", run.id());
        } catch (RuntimeException | Error e) {
            kept = !letGo(run, e);
        } finally {
            carried.remove(run.id());
            unsure |= kept;
            room.release();
            ring();
        }
    }

    /** Whether the run is no longer this worker's in the database either. */
    private boolean letGo(Run run, Throwable trouble) {
        if (!open) {
            return true;
        }
        LOG.warn("Run {} had trouble and is taken up again", run.id(), trouble);
        Thread.interrupted();
        try {
            workerLeaseStore.letGo(id, run, pauseAfter(troubles(run)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Run {} could not be given back yet", run.id(), e);
            return false;
        }
    }

    private int troubles(Run run) {
        if (troubles.size() >= MOST_REMEMBERED) {
            troubles.clear();
        }
        return troubles.merge(run.id(), 1, Integer::sum);
    }

    /** Two seconds, twice as long each time, some four minutes in the end: one run that nobody can carry costs the others little. */
    static Duration pauseAfter(int troubles) {
        return PAUSE_AFTER_TROUBLE.multipliedBy(1L << Math.min(troubles - 1, MOST_DOUBLINGS));
    }

    @Override
    public void heard(JournalEntry entry) {
        switch (entry.what()) {
            case Queued queued -> ring();
            case ApprovalDecided decided -> ring();
            case Resumed resumed -> ring();
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
    public void missed() {
        ring();
    }

    boolean open() {
        return open;
    }

    /** Renews the lease; a worker that lost it stops for ever. */
    boolean renew() {
        if (open && !workerLeaseStore.renew(id)) {
            LOG.warn("Worker {} lost its lease and stops its {} runs", id, carried.size());
            close();
        }
        return open;
    }

    /** Stops everything, after the claim that is under way; nothing is given back here. */
    synchronized void close() {
        open = false;
        feed.forget(this);
        bell.release();
        carried.values().forEach(Thread::interrupt);
    }

    /** Stops and gives everything back at once. */
    void leave() {
        close();
        workerLeaseStore.end(id);
    }
}
