package dev.atelier.kit.work;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;

/**
 * Threads that execute jobs as long as there are any. {@link #wake} wakes them up for jobs of this instance; they poll
 * every second for jobs of other instances. Everything that a job throws is logged and the thread continues; the queue
 * decides when the job is retried. The claim of a job counts its attempt and moves it behind the others, so that a job
 * which kills its thread or process is given up after its attempts and never blocks the queue.
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
     * Creates workers that start and stop with the application.
     *
     * @param name prefix of the threads' names
     * @param count how many jobs run at the same time
     */
    public WorkerThreadPool(String name, int count, WorkerJob job) {
        this.name = name;
        this.job = job;
        this.threads = IntStream.range(0, count)
                .mapToObj(number -> WorkerThread.virtual(name + "-" + number, this::work))
                .toList();
    }

    /** Wakes up a worker: there is a job. */
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

    /** Waits up to 15 seconds for running jobs to finish. */
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

    /** Claims one job and executes it. */
    @FunctionalInterface
    public interface WorkerJob {
        /** Executes one job; returns false where there is none. */
        boolean tryOne();
    }
}
