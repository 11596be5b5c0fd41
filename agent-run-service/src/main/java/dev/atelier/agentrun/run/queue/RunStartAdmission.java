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
 * Lets starts of runs begin one after another for each person in a workspace, or for all of a workspace whose plan counts them, and only so
 * many at once in this instance. Each start writes the starter's membership, and the plan's count, so that starts at the same moment would
 * overtake each other in the database again and again: in line they take a fraction of that. Who would wait too long is told at once, before anything is done.
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
        this(runQuota::limits, settings);
    }

    /**
     * @param counted which workspaces' starts are counted in one place
     */
    RunStartAdmission(Predicate<WorkspaceId> counted, RunSettings settings) {
        this.counted = counted;
        this.settings = settings;
        this.room = new Semaphore(settings.startsAtOnce(), true);
    }

    /**
     * Does the work when it is this start's turn.
     *
     * @throws TooManyRunStarts where too many starts of this person wait, or this one waited too long
     * @throws TooManyConcurrentStarts where this instance has no room
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
     * Whose starts take turns.
     *
     * @param person null for everybody in the workspace
     */
    private record RunStarter(
            WorkspaceId workspace, @Nullable UserId person) {}

    /**
     * Those of one person.
     *
     * @param members the one whose turn it is and those that wait
     */
    private record StarterQueue(Semaphore turn, int members) {}
}
