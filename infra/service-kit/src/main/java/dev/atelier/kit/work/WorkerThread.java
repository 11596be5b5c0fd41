package dev.atelier.kit.work;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step until it is stopped. Whatever a step throws, an {@link Error} too, is logged, and the next
 * step begins a second later: one input that cannot be worked on never takes the thread away from all others. A step that
 * takes work counts the attempt when it claims it, so that the same input is not tried for ever.
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

    /** On a virtual thread: for steps that mostly wait. */
    public static WorkerThread virtual(String name, WorkerStep step) {
        return new WorkerThread(name, Thread.ofVirtual().name(name), step);
    }

    /** On a daemon thread of its own: for steps that compute, or that block inside libraries which pin. */
    public static WorkerThread platform(String name, WorkerStep step) {
        return new WorkerThread(name, Thread.ofPlatform().name(name).daemon(), step);
    }

    /** Does something once on a virtual thread; what it throws is logged. */
    public static void once(String name, Runnable work) {
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

    /** Begins; nothing where it has begun already. */
    public synchronized void start() {
        if (running == null) {
            var begun = new WorkerThreadRun();
            running = begun;
            begun.thread.start();
        }
    }

    /** Whether it was started and not stopped since; a long step asks it to end early. */
    public boolean isRunning() {
        return running != null;
    }

    /** No step begins after this one. */
    public synchronized void stop() {
        var ending = running;
        running = null;
        if (ending != null) {
            ending.stopping.countDown();
            ended = ending;
        }
    }

    /** The same, and interrupts the step that is under way. */
    public void interrupt() {
        stop();
        var ending = ended;
        if (ending != null) {
            ending.thread.interrupt();
        }
    }

    /** Waits for the end after a stop; says whether it came in time. */
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
            // Nothing is left to say it with; the thread goes on all the same.
        }
    }

    /** What the thread does again and again; it waits by itself where there is nothing to do. */
    @FunctionalInterface
    public interface WorkerStep {
        void run() throws InterruptedException;
    }

    /** From one start to the next stop. */
    private final class WorkerThreadRun {
        private final CountDownLatch stopping = new CountDownLatch(1);
        private final Thread thread = builder.unstarted(this::repeat);

        private void repeat() {
            while (stopping.getCount() > 0) {
                try {
                    step.run();
                } catch (InterruptedException e) {
                    // Told to end, which the loop sees; or a library left it behind, and the thread goes on.
                    log.debug("{} was interrupted", name);
                } catch (Throwable e) {
                    if (stopping.getCount() > 0) {
                        report(name, "goes on after a failure", e);
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
