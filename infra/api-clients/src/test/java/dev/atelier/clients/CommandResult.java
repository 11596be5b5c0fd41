package dev.atelier.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a program printed and how it ended. */
record CommandResult(int exitCode, String output) {
    private static final int MINUTES = 5;

    /** Runs a program to its end. Throws when it takes longer than five minutes. */
    static CommandResult of(Path folder, List<String> command) {
        try {
            var output = Files.createTempFile("command", ".log");
            try {
                var builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().put("NO_COLOR", "1");
                builder.environment().put("PYTHONUTF8", "1");
                var process = builder.start();
                try {
                    process.getOutputStream().close();
                    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                        throw new IllegalStateException("%s took longer than %d minutes. Output:%n%s"
                                .formatted(command, MINUTES, Files.readString(output)));
                    }
                    return new CommandResult(process.exitValue(), Files.readString(output));
                } finally {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            return new CommandResult(-1, command.getFirst() + " cannot be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** Throws with the output unless the program succeeded. */
    CommandResult requireSuccess() {
        if (!succeeded()) {
            throw new AssertionError("exit code " + exitCode + ". Output:\n" + output);
        }
        return this;
    }
}
