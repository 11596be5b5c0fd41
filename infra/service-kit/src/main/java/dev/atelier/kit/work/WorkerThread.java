package dev.atelier.kit.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step until it is stopped. Everything that a step throws, including an {@link Error}, is
 * logged, and the next step starts one second later, so that one bad input never blocks the others. A step that claims
 * work counts the attempt in the claim, so that the same input is not retried for ever.
 */
public final class WorkerThread implements WorkerPool {
    private static final Logger log = LoggerFactory.getLogger(WorkerThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Thread.Builder builder;
    private final WorkerStep step;
    private volatile @Nullable WorkerThreadRun running;
    private volatile @Nullable WorkerThreadRun ended;

    private WorkerThread(String name, Thread.Builder builder, WorkerStep step) {
        this.name = name;
        this.builder = builder;
        this.step = step;
    }

    /** Returns a worker on a virtual thread: for steps that mostly wait. */
    public static WorkerThread virtual(String name, WorkerStep step) {
        return new WorkerThread(name, Thread.ofVirtual().name(name), step);
    }

    /**
     * Returns a worker on a daemon platform thread: for steps that compute, or that block in libraries which pin the
     * carrier thread.
     */
    public static WorkerThread platform(String name, WorkerStep step) {
        return new WorkerThread(name, Thread.ofPlatform().name(name).daemon(), step);
    }

    /** Runs the work once on a virtual thread and logs what it throws. */
    public static void runOnce(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (Throwable e) {
                report(name, "failed", e);
            }
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return running == null ? 0 : 1;
    }

    @Override
    public int alive() {
        var now = running;
        return now != null && now.thread.isAlive() ? 1 : 0;
    }

    /** Starts the thread; does nothing where it is already started. */
    public synchronized void start() {
        if (running == null) {
            var begun = new WorkerThreadRun();
            running = begun;
            begun.thread.start();
        }
    }

    /** Whether the thread was started and not stopped since; a long step polls this to end early. */
    public boolean isRunning() {
        return running != null;
    }

    /** Stops the thread after the current step. */
    public synchronized void stop() {
        var ending = running;
        running = null;
        if (ending != null) {
            ending.stopping.countDown();
            ended = ending;
        }
    }

    /** Stops the thread and interrupts the current step. */
    public void interrupt() {
        stop();
        var ending = ended;
        if (ending != null) {
            ending.thread.interrupt();
        }
    }

    /** Waits for the end after a stop. Returns whether the thread ended in time. */
    public boolean join(Duration grace) {
        var ending = ended;
        try {
            return ending == null || ending.thread.join(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void report(String name, String what, Throwable failure) {
        try {
            log.error("{} {}", name, what, failure);
        } catch (Throwable e) {
            // Logging itself failed, so the failure cannot be reported; the thread continues.
        }
    }

    /** The step that the thread repeats; it waits by itself where there is nothing to do. */
    @FunctionalInterface
    public interface WorkerStep {
        void run() throws InterruptedException;
    }

    /** The period from one start to the next stop. */
    private final class WorkerThreadRun {
        private final CountDownLatch stopping = new CountDownLatch(1);
        private final Thread thread = builder.unstarted(this::repeat);

        private void repeat() {
            while (stopping.getCount() > 0) {
                try {
                    step.run();
                } catch (InterruptedException e) {
                    // Either the worker was stopped, which the loop checks, or a library left the interrupt behind and
                    // the worker continues.
                    log.debug("{} was interrupted", name);
                } catch (Throwable e) {
                    if (stopping.getCount() > 0) {
                        report(name, "continues after a failure", e);
                        pause();
                    }
                }
            }
        }

        private void pause() {
            try {
                var ignored = stopping.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                log.debug("{} was interrupted", name);
            }
        }
    }
}
