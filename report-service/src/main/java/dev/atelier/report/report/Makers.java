package dev.atelier.report.report;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The threads of this instance that make reports; woken by a request here, looking every second for those of others. */
@Component
class Makers implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Makers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final DueReports due;
    private final Making making;
    private final int count;
    private final Semaphore wakes = new Semaphore(0);
    private volatile List<Thread> threads = List.of();
    private volatile boolean running;

    Makers(DueReports due, Making making, MakingSettings settings) {
        this.due = due;
        this.making = making;
        this.count = settings.makers();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void wake(Requests.ReportQueued queued) {
        wakes.release();
    }

    @Override
    public void start() {
        running = true;
        threads = IntStream.range(0, count)
                .mapToObj(number ->
                        Thread.ofVirtual().name("report-maker-" + number).start(this::work))
                .toList();
    }

    /** Lets what is being made be finished, within the shutdown's patience. */
    @Override
    public void stop() {
        running = false;
        wakes.release(count);
        threads.forEach(Makers::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            try {
                var claimed = due.claim();
                if (claimed.isPresent()) {
                    making.make(claimed.get());
                } else {
                    wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log.warn("a report maker begins anew", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread maker) {
        try {
            maker.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
