package dev.atelier.fuzz;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import dev.atelier.backing.process.CommandRunner;
import dev.atelier.backing.process.LocalFileCache;
import dev.atelier.backing.process.ProgramLocator;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the fuzzer that {@code infra/fuzz/requirements.txt} pins: {@code pip} downloads it once, {@code python3} (3.10
 * or later) runs it.
 */
public final class Schemathesis {
    private final Path settings;
    private final Path python;
    private final Path libraries;

    private Schemathesis(Path settings, Path python, Path libraries) {
        this.settings = settings;
        this.python = python;
        this.libraries = libraries;
    }

    /**
     * Downloads the fuzzer if necessary.
     *
     * @param settings the folder of its requirements, settings and hooks
     * @throws BackingServiceFailed if there is no {@code python3} with {@code pip}
     */
    public static Schemathesis in(Path settings, ProgressListener progressListener) throws IOException {
        var python = ProgramLocator.find("python3")
                .orElseThrow(() -> new BackingServiceFailed(
                        "there is no python3, which the fuzzer needs: apt install python3-pip"));
        var pinned = Files.readString(settings.resolve("requirements.txt")).strip();
        var libraries = LocalFileCache.ofThisUser().folder(pinned.replace("==", "-"), folder -> {
            progressListener.report("Fetching " + pinned + " (once)");
            CommandRunner.run(
                    "Fetching " + pinned,
                    List.of(
                            python.toString(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--target",
                            folder.toString(),
                            pinned),
                    folder);
        });
        return new Schemathesis(settings, python, libraries);
    }

    /**
     * Runs the fuzzer and returns its exit code; its output goes to this program's output.
     *
     * @param folder for the recorded requests, which contain tokens: never inside the repository
     */
    int run(Path folder, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                python.toString(),
                "-m",
                "schemathesis.cli",
                "--config-file=" + settings.resolve("schemathesis.toml"),
                "run"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        process.environment().put("PYTHONPATH", libraries + File.pathSeparator + settings);
        process.environment().put("SCHEMATHESIS_HOOKS", "hooks");
        process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        process.environment().putAll(environment);
        return process.start().waitFor();
    }
}
