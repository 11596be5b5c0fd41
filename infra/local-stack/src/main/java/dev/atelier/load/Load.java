package dev.atelier.load;

import dev.atelier.client.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The people of some crews at work until it is closed, which waits for what they are doing to be answered. */
public final class Load implements AutoCloseable {
    private final Ledger ledger = new Ledger();
    private final List<Work> works = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private Load(List<Crew> crews, LoadSettings settings) {
        for (var crew : crews) {
            for (var one : Stream.of(crew.manager(), crew.member()).toList()) {
                var work = new Work(crew, one.person(), settings, ledger, settings.seed() + works.size());
                works.add(work);
                threads.add(Thread.ofVirtual()
                        .name(one.email())
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(work));
            }
        }
    }

    /** Everybody begins at once. */
    public static Load of(List<Crew> crews, LoadSettings settings) {
        return new Load(crews, settings);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Waits until at least so many writes more than now have been acknowledged. */
    public void goesOn(int writes) throws InterruptedException {
        int wanted = ledger.actions().size() + writes;
        Patience.until(
                writes + " more acknowledged writes",
                Duration.ofMinutes(3),
                () -> ledger.actions().size() >= wanted ? Optional.of(wanted) : Optional.empty());
    }

    /**
     * Everybody stops, after what they are doing now.
     *
     * @throws IllegalStateException where somebody gave up before
     */
    @Override
    public void close() {
        works.forEach(Work::end);
        join();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("somebody gave up: " + failures.getFirst(), failures.getFirst());
        }
    }

    /** Everybody drops what they are doing, answered or not. */
    public void drop() {
        threads.forEach(Thread::interrupt);
        join();
    }

    private void join() {
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while people finish", e);
        }
    }
}
