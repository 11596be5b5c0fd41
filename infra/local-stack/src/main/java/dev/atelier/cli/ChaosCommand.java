package dev.atelier.cli;

import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.chaos.ChaosRound;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import dev.atelier.stack.StackOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Injects random faults under load and checks the consistency of the data at the end. */
@Command(
        name = "chaos",
        header =
                "Kills random parts of a separate system under load, then compares acknowledged writes with stored data.",
        description = {
            "Starts a separate system on free ports with virtual users and agents, and injects faults into random parts,",
            "then compares acknowledged writes with stored data. Exit code 0 if the data is consistent."
        })
public final class ChaosCommand implements Callable<Integer> {
    @Option(names = "--minutes", paramLabel = "N", description = "How long faults are injected, 1 to 600 (default 5).")
    private int minutes = 5;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same faults; random by default.")
    private long seed = RandomGenerator.getDefault().nextInt(1, 1_000_000);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (minutes < 1 || minutes > 600) {
            throw new IllegalArgumentException("--minutes must be 1 to 600, not " + minutes);
        }
        IO.println("chaos for %d min, --seed %d".formatted(minutes, seed));
        var folder = Installation.locate()
                .directory()
                .resolve("chaos-%d-%d".formatted(seed, ProcessHandle.current().pid()));
        long began = System.nanoTime();
        try (var stack = LocalStack.start(
                StackOptions.isolatedIn(folder).with("ATELIER_MODELS_ALLOW_PRIVATE_ADDRESSES", "true"))) {
            var loadRunResult = new ChaosRound(
                            stack,
                            Duration.ofMinutes(minutes),
                            seed,
                            said -> IO.println("%6.0f s  %s".formatted((System.nanoTime() - began) / 1e9, said)))
                    .run();
            IO.println("\n" + loadRunResult);
            if (!loadRunResult.good()) {
                IO.println("It does not balance. Data and logs: " + folder);
                return 1;
            }
        }
        LocalFileCache.delete(folder);
        IO.println("All balances.");
        return 0;
    }
}
