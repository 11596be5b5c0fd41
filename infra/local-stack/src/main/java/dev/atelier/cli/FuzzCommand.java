package dev.atelier.cli;

import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.fuzz.FuzzRun;
import dev.atelier.fuzz.Schemathesis;
import dev.atelier.stack.Installation;
import dev.atelier.stack.LocalStack;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** All routes, asked for what their documents allow and what they do not. */
@Command(
        name = "fuzz",
        header = "Asks every route of a system of its own what its document allows and what it does not.",
        description = {
            "Starts a system of its own on free ports, plays the main job, then asks every route of every service what its",
            "OpenAPI document allows and what it does not. Exit code 0 where every answer is documented and none is a 5xx.",
            "Needs python3 with pip."
        })
public final class FuzzCommand implements Callable<Integer> {
    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Requests of each kind for each route, 1 to 10000 (default 20).")
    private int examples = 20;

    @Option(names = "--seed", paramLabel = "S", description = "The same seed, the same requests; random where missing.")
    private long seed = RandomGenerator.getDefault().nextInt(1, 1_000_000);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (examples < 1 || examples > 10_000) {
            throw new IllegalArgumentException("--examples must be 1 to 10000, not " + examples);
        }
        var installation = Installation.here();
        var fuzzer = Schemathesis.in(installation.root().resolve("infra").resolve("fuzz"), ProgressListener.toLog());
        IO.println("fuzz with --examples %d --seed %d".formatted(examples, seed));
        var folder = installation
                .directory()
                .resolve("fuzz-" + ProcessHandle.current().pid());
        try (var stack = LocalStack.start(FuzzRun.options(folder))) {
            var offending = new FuzzRun(stack, folder.resolve("made"), examples, seed).play(fuzzer);
            if (!offending.isEmpty()) {
                IO.println(
                        "Answers that are not documented: %s. Logs: %s".formatted(offending, folder.resolve("logs")));
                return 1;
            }
        }
        LocalFileCache.delete(folder);
        IO.println("Every answer is documented.");
        return 0;
    }
}
