package dev.atelier.load;

import dev.atelier.client.ConditionPoller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Runs the virtual users of some workspaces until it is closed; closing waits for requests in progress. */
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

    /** Starts all users at once. */
    public static LoadGenerator of(List<TestWorkspace> crews, LoadProfile settings) {
        return new LoadGenerator(crews, settings);
    }

    public AcknowledgedWrites ledger() {
        return acknowledgedWrites;
    }

    /** Waits until at least that many further writes have been acknowledged. */
    public void awaitMoreWrites(int writes) throws InterruptedException {
        int wanted = acknowledgedWrites.actions().size() + writes;
        ConditionPoller.until(
                writes + " more acknowledged writes",
                Duration.ofMinutes(3),
                () -> acknowledgedWrites.actions().size() >= wanted ? Optional.of(wanted) : Optional.empty());
    }

    /**
     * Stops all users after their present request.
     *
     * @throws IllegalStateException if a user failed before
     */
    @Override
    public void close() {
        works.forEach(VirtualUser::end);
        join();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a virtual user failed: " + failures.getFirst(), failures.getFirst());
        }
    }

    /** Aborts all users, with or without a response. */
    public void abort() {
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
            throw new IllegalStateException("interrupted while users finish", e);
        }
    }
}
