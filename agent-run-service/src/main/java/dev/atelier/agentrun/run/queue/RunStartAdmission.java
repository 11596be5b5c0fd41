package dev.atelier.agentrun.run.queue;

import dev.atelier.agentrun.run.RunSettings;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Serializes the starts of runs of each person in a workspace, or of the whole workspace if its plan counts runs, and
 * limits the concurrent starts in this instance. Each start writes the starter's membership and the plan's counter;
 * concurrent transactions would conflict again and again, and a queue takes a fraction of that time. A start that would
 * wait too long is refused before anything is done.
 */
@Component
public class RunStartAdmission {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ConcurrentHashMap<RunStarter, StarterQueue> lines = new ConcurrentHashMap<>();
    private final Semaphore room;
    private final Predicate<WorkspaceId> counted;
    private final RunSettings settings;

    @Autowired
    RunStartAdmission(RunQuota runQuota, RunSettings settings) {
        this(runQuota::isLimited, settings);
    }

    /** @param counted whether all starts of a workspace use one counter */
    RunStartAdmission(Predicate<WorkspaceId> counted, RunSettings settings) {
        this.counted = counted;
        this.settings = settings;
        this.room = new Semaphore(settings.startsAtOnce(), true);
    }

    /**
     * Executes the work when it is this start's turn.
     *
     * @throws TooManyRunStarts when too many starts of this person wait, or this one waited too long
     * @throws TooManyConcurrentStarts when this instance has no capacity
     */
    public <R> R admit(WorkspaceId workspace, UserId starter, Supplier<R> work) {
        var key = new RunStarter(workspace, counted.test(workspace) ? null : starter);
        var line = enter(key);
        try {
            long end = System.nanoTime() + settings.startWait().toNanos();
            take(line.turn(), end, new TooManyRunStarts(settings.startsWaiting(), SOON));
            try {
                take(room, end, new TooManyConcurrentStarts(SOON));
                try {
                    return work.get();
                } finally {
                    room.release();
                }
            } finally {
                line.turn().release();
            }
        } finally {
            leave(key);
        }
    }

    private StarterQueue enter(RunStarter key) {
        return lines.compute(key, (_, line) -> {
            if (line == null) {
                return new StarterQueue(new Semaphore(1, true), 1);
            }
            if (line.members() > settings.startsWaiting()) {
                throw new TooManyRunStarts(settings.startsWaiting(), SOON);
            }
            return new StarterQueue(line.turn(), line.members() + 1);
        });
    }

    private void leave(RunStarter key) {
        lines.computeIfPresent(
                key, (_, line) -> line.members() == 1 ? null : new StarterQueue(line.turn(), line.members() - 1));
    }

    private static void take(Semaphore turn, long end, RuntimeException otherwise) {
        try {
            if (!turn.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw otherwise;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw otherwise;
        }
    }

    /**
     * Key of a queue of starts.
     *
     * @param person null for everybody in the workspace
     */
    private record RunStarter(
            WorkspaceId workspace, @Nullable UserId person) {}

    /**
     * Queue of one key.
     *
     * @param members number of starts in progress and waiting
     */
    private record StarterQueue(Semaphore turn, int members) {}
}
