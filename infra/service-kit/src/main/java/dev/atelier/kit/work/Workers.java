package dev.atelier.kit.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that do one job after another as long as there is one; woken by this instance, looking every second for what
 * others left. A job that fails is logged and the thread goes on: the queue says when it is tried again.
 */
public final class Workers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ENDING = Duration.ofSeconds(15);

    private final String name;
    private final int count;
    private final Job job;
    private final Semaphore wakes = new Semaphore(0);
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    /**
     * Workers that start and stop with the application.
     *
     * @param name of their threads
     * @param count how many jobs are done at the same time
     */
    public Workers(String name, int count, Job job) {
        this.name = name;
        this.count = count;
        this.job = job;
    }

    /** There is something to do. */
    public void wake() {
        wakes.release();
    }

    @Override
    public void start() {
        running = true;
        threads = IntStream.range(0, count)
                .mapToObj(number -> Thread.ofVirtual().name(name + "-" + number).start(this::work))
                .toList();
    }

    /** Lets what is being done be finished, within 15 seconds. */
    @Override
    public void stop() {
        running = false;
        wakes.release(count);
        threads.forEach(Workers::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        try {
            while (running) {
                if (!tryOne()) {
                    wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tryOne() {
        try {
            return job.tryOne();
        } catch (RuntimeException e) {
            log.warn("{} goes on after a failure", Thread.currentThread().getName(), e);
            return false;
        }
    }

    private static void join(Thread worker) {
        try {
            worker.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes one piece of work and does it. */
    @FunctionalInterface
    public interface Job {
        /** Does one job; false where there is none. */
        boolean tryOne();
    }
}
