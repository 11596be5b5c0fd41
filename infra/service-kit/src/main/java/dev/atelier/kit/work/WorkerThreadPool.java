package dev.atelier.kit.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that do one job after another as long as there is one; woken by this instance, looking every second for what
 * others left. A job that fails, by whatever it throws, is logged and the thread goes on: the queue says when it is tried
 * again. The claim of a job counts its attempt and puts it behind the others, so that a job which ends its thread or its
 * process is given up in the end and is never the first for ever.
 */
public final class WorkerThreadPool implements SmartLifecycle, WorkerPool {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ENDING = Duration.ofSeconds(15);

    private final String name;
    private final WorkerJob job;
    private final Semaphore wakes = new Semaphore(0);
    private final List<WorkerThread> threads;
    private volatile boolean running;

    /**
     * Workers that start and stop with the application.
     *
     * @param name of their threads
     * @param count how many jobs are done at the same time
     */
    public WorkerThreadPool(String name, int count, WorkerJob job) {
        this.name = name;
        this.job = job;
        this.threads = IntStream.range(0, count)
                .mapToObj(number -> WorkerThread.virtual(name + "-" + number, this::work))
                .toList();
    }

    /** There is something to do. */
    public void wake() {
        if (wakes.availablePermits() < threads.size()) {
            wakes.release();
        }
    }

    @Override
    public void start() {
        running = true;
        threads.forEach(WorkerThread::start);
    }

    /** Lets what is being done be finished, within 15 seconds. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(WorkerThread::stop);
        wakes.release(threads.size());
        threads.forEach(thread -> thread.join(ENDING));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return running ? threads.size() : 0;
    }

    @Override
    public int alive() {
        return threads.stream().mapToInt(WorkerThread::alive).sum();
    }

    private void work() throws InterruptedException {
        if (!job.tryOne()) {
            var ignored = wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Takes one piece of work and does it. */
    @FunctionalInterface
    public interface WorkerJob {
        /** Does one job; false where there is none. */
        boolean tryOne();
    }
}
