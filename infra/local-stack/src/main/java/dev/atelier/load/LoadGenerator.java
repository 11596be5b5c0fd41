package dev.atelier.load;

import dev.atelier.client.ConditionPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The people of some crews at work until it is closed, which waits for what they are doing to be answered. */
public final class LoadGenerator implements AutoCloseable {
    private final AcknowledgedWrites acknowledgedWrites = new AcknowledgedWrites();
    private final List<VirtualUser> works = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    private LoadGenerator(List<TestWorkspace> crews, LoadProfile settings) {
        for (var testWorkspace : crews) {
            for (var one :
                    Stream.of(testWorkspace.manager(), testWorkspace.member()).toList()) {
                var virtualUser = new VirtualUser(
                        testWorkspace, one.person(), settings, acknowledgedWrites, settings.seed() + works.size());
                works.add(virtualUser);
                threads.add(Thread.ofVirtual()
                        .name(one.email())
                        .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                        .start(virtualUser));
            }
        }
    }

    /** Everybody begins at once. */
    public static LoadGenerator of(List<TestWorkspace> crews, LoadProfile settings) {
        return new LoadGenerator(crews, settings);
    }

    public AcknowledgedWrites ledger() {
        return acknowledgedWrites;
    }

    /** Waits until at least so many writes more than now have been acknowledged. */
    public void goesOn(int writes) throws InterruptedException {
        int wanted = acknowledgedWrites.actions().size() + writes;
        ConditionPoller.until(
                writes + " more acknowledged writes",
                Duration.ofMinutes(3),
                () -> acknowledgedWrites.actions().size() >= wanted ? Optional.of(wanted) : Optional.empty());
    }

    /**
     * Everybody stops, after what they are doing now.
     *
     * @throws IllegalStateException where somebody gave up before
     */
    @Override
    public void close() {
        works.forEach(VirtualUser::end);
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
