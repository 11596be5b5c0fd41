package dev.atelier.chaos;

import dev.atelier.consistency.LoadRun;
import dev.atelier.load.LoadProfile;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Injects random faults into a running system under load. */
public final class ChaosRound {
    private static final int CREWS = 3;
    private static final Duration THINKING = Duration.ofMillis(300);
    private static final Duration SETTLING = Duration.ofMinutes(5);

    private final LocalStack stack;
    private final Duration length;
    private final long seed;
    private final Consumer<String> tell;

    /** Creates the round; {@link #run()} starts it. */
    public ChaosRound(LocalStack stack, Duration length, long seed, Consumer<String> tell) {
        this.stack = stack;
        this.length = length;
        this.seed = seed;
        this.tell = tell;
    }

    /** Runs the round to its end; the system keeps running. */
    public LoadRun.LoadRunResult run() throws IOException, InterruptedException {
        try (var loadRun = LoadRun.start(stack, "chaos", CREWS, THINKING, LoadProfile.standard(seed))) {
            tell.accept("load runs in %d workspaces with two users each".formatted(CREWS));
            int faults = injectFaults();
            tell.accept("%d faults injected; load stops, requests and runs in progress complete".formatted(faults));
            return loadRun.end(SETTLING);
        }
    }

    private int injectFaults() throws InterruptedException {
        var faultGenerator = new FaultGenerator(seed);
        long end = System.nanoTime() + length.toNanos();
        var count = 0;
        while (true) {
            Thread.sleep(faultGenerator.pause());
            if (System.nanoTime() > end) {
                return count;
            }
            var fault = faultGenerator.next();
            tell.accept(fault.toString());
            fault.inject(stack);
            count++;
        }
    }
}
