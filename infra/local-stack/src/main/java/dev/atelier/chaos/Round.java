package dev.atelier.chaos;

import dev.atelier.load.LoadSettings;
import dev.atelier.reckoning.Shift;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** One random round on a running system. */
public final class Round {
    private static final int CREWS = 3;
    private static final Duration THINKING = Duration.ofMillis(300);
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Duration length;
    private final long seed;
    private final Consumer<String> tell;

    /** Nothing happens before {@link #play()}. */
    public Round(LocalStack stack, Duration length, long seed, Consumer<String> tell) {
        this.stack = stack;
        this.length = length;
        this.seed = seed;
        this.tell = tell;
    }

    /** Plays it to its end; the system runs on. */
    public Shift.Outcome play() throws IOException, InterruptedException {
        try (var shift = Shift.begin(stack, "chaos", CREWS, THINKING, LoadSettings.usual(seed))) {
            tell.accept("%d workspaces with two people each are at work".formatted(CREWS));
            int faults = strike();
            tell.accept("%d faults; everybody stops, and what was begun ends".formatted(faults));
            return shift.end(SETTLING);
        }
    }

    private int strike() throws InterruptedException {
        var faults = new Faults(seed);
        long end = System.nanoTime() + length.toNanos();
        var count = 0;
        while (true) {
            Thread.sleep(faults.pause());
            if (System.nanoTime() > end) {
                return count;
            }
            var fault = faults.next();
            tell.accept(fault.toString());
            fault.strike(stack);
            count++;
        }
    }
}
