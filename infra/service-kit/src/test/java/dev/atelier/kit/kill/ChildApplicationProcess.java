package dev.atelier.kit.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A running {@link ChildApplication}. */
final class ChildApplicationProcess implements AutoCloseable {
    private final Process process;
    private final Path log;

    private ChildApplicationProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a process and returns before it is ready. */
    static ChildApplicationProcess start(String... properties) {
        try {
            var log = Files.createTempFile("atelier-child-", ".log");
            log.toFile().deleteOnExit();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ChildApplication.class.getName(),
                    "--logging.structured.format.console=",
                    "--server.port=0",
                    "--atelier.issuer-uri=http://127.0.0.1:9"));
            Arrays.stream(properties).map(one -> "--" + one).forEach(command::add);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.to(log.toFile()))
                    .start();
            return new ChildApplicationProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasLogged(String text) {
        return readLog().contains(text);
    }

    /** Waits for a log line; fails with the log of the process where it ends before. */
    void awaitLog(String text) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .failFast(() -> {
                    if (!process.isAlive() && !hasLogged(text)) {
                        throw new IllegalStateException("the child process ended: " + readLog());
                    }
                })
                .until(() -> hasLogged(text));
    }

    private String readLog() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Sends {@code SIGKILL}. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Stops the process temporarily, like a very long pause of the garbage collector. */
    void freeze() {
        signal("-STOP");
    }

    void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            await(new ProcessBuilder("kill", name, Long.toString(process.pid())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a process did not end in time");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
