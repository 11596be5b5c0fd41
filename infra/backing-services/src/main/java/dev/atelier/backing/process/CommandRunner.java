package dev.atelier.backing.process;

import dev.atelier.backing.BackingServiceFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs programs to their end. */
public final class CommandRunner {
    private CommandRunner() {}

    /** Runs a program in the folder. Throws {@link BackingServiceFailed} with its output if the exit code is not 0. */
    public static void run(String what, List<String> command, Path folder) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BackingServiceFailed(
                        "%s failed. Output of %s:%n%s".formatted(what, command.getFirst(), output));
            }
        } catch (IOException e) {
            throw new BackingServiceFailed(what + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingServiceFailed(what + " was interrupted", e);
        }
    }
}
