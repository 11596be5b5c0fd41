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

/** Sends requests that the OpenAPI documents allow, and some that they do not, to all routes. */
@Command(
        name = "fuzz",
        header = "Sends valid and invalid requests to every route of a separate system and checks the responses.",
        description = {
            "Starts a separate system on free ports, runs the demo, then sends requests to every route of every service that",
            "its OpenAPI document allows, and some that it does not. Exit code 0 if all responses are documented and none is 5xx.",
            "Needs python3 with pip."
        })
public final class FuzzCommand implements Callable<Integer> {
    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Requests of each kind for each route, 1 to 10000 (default 20).")
    private int examples = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed gives the same requests; random by default.")
    private long seed = RandomGenerator.getDefault().nextInt(1, 1_000_000);

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (examples < 1 || examples > 10_000) {
            throw new IllegalArgumentException("--examples must be 1 to 10000, not " + examples);
        }
        var installation = Installation.locate();
        var fuzzer = Schemathesis.in(installation.root().resolve("infra").resolve("fuzz"), ProgressListener.toLog());
        IO.println("fuzz with --examples %d --seed %d".formatted(examples, seed));
        var folder = installation
                .directory()
                .resolve("fuzz-" + ProcessHandle.current().pid());
        try (var stack = LocalStack.start(FuzzRun.options(folder))) {
            var offending = new FuzzRun(stack, folder.resolve("made"), examples, seed).run(fuzzer);
            if (!offending.isEmpty()) {
                IO.println("Services with undocumented responses: %s. Logs: %s"
                        .formatted(offending, folder.resolve("logs")));
                return 1;
            }
        }
        LocalFileCache.delete(folder);
        IO.println("Every response is documented.");
        return 0;
    }
}
