package dev.atelier.backing.process;

import dev.atelier.backing.BackingServiceFailed;
import dev.atelier.backing.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process that dies with this JVM, even when this JVM is killed with {@code -9}.
 *
 * <p>A shell starts a watcher in the background and then executes the program, which keeps the shell's process id. The
 * watcher
 * reads a pipe whose other end only this JVM holds: end of file means that the JVM has ended. {@code setsid}, if
 * available, keeps
 * a Ctrl-C in the terminal from the child, so that children are stopped in order. {@code prctl}'s parent-death signal
 * cannot
 * be used: it is sent when the thread that started the child ends.
 */
public final class ChildProcess {
    private static final String WATCHED = """
            exec 3<&0
            (trap '' INT HUP TERM; read -r ended <&3 || kill -KILL $$) </dev/null >/dev/null 2>&1 &
            exec "$@" 3<&- </dev/null
            """;

    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

    /** The time limit of a start, even if the log grows. */
    private static final Duration LONGEST_START = Duration.ofMinutes(30);

    private final LaunchSpec launchSpec;
    private final Process process;

    private ChildProcess(LaunchSpec launchSpec, Process process) {
        this.launchSpec = launchSpec;
        this.process = process;
    }

    /** Starts the process and returns at once. */
    public static ChildProcess start(LaunchSpec launchSpec) {
        var command = new ArrayList<String>();
        ProgramLocator.find("setsid").ifPresent(setsid -> command.add(setsid.toString()));
        command.addAll(List.of("/bin/sh", "-c", WATCHED, "sh"));
        command.addAll(launchSpec.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(ProcessLogFile.of(launchSpec.log())));
        builder.environment().putAll(launchSpec.environment());
        try {
            var process = builder.start();
            var _ = process.onExit().thenAccept(ChildProcess::dismissWatcher);
            return new ChildProcess(launchSpec, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + launchSpec.name(), e);
        }
    }

    private static void dismissWatcher(Process ended) {
        try (var pipe = ended.getOutputStream()) {
            pipe.write("ended\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The watcher has ended already.
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /**
     * Waits until the process responds, as long as its log grows. Throws {@link BackingServiceFailed} with the last log
     * lines if it
     * ends before, and kills it if it neither responds nor writes anything for {@code silence}, or does not respond
     * within
     * {@link #LONGEST_START}.
     */
    public void awaitReady(BooleanSupplier answers, Duration silence, ProgressListener progressListener) {
        var started = System.nanoTime();
        var lastSign = started;
        var written = written();
        var told = false;
        while (!answers.getAsBoolean()) {
            var now = System.nanoTime();
            if (!alive()) {
                throw failed("ended with code " + process.exitValue() + " while starting");
            }
            if (written() != written) {
                written = written();
                lastSign = now;
            }
            if (now - lastSign > silence.toNanos()) {
                kill();
                throw failed("did not answer, and wrote nothing for " + silence.toSeconds() + " s");
            }
            if (now - started > LONGEST_START.toNanos()) {
                kill();
                throw failed("did not answer within " + LONGEST_START.toMinutes() + " min");
            }
            if (!told && now - started > FIRST_WORD.toNanos()) {
                progressListener.report(launchSpec.name() + " is starting");
                told = true;
            }
            pauseOrGiveUp();
        }
    }

    private long written() {
        return launchSpec.log().toFile().length();
    }

    /** Returns a failure with the last lines of the log and the path of the log. */
    public BackingServiceFailed failed(String what) {
        return new BackingServiceFailed("%s %s. Its last lines (all of them: %s):%n%s"
                .formatted(
                        launchSpec.name(),
                        what,
                        launchSpec.log(),
                        ProcessLogFile.lastReadableLines(launchSpec.log(), 15)));
    }

    /** Kills the process as {@code kill -9} does; returns when it has ended. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops the process by SIGTERM, or kills it after the time limit; returns when it has ended. */
    public void stop(Duration limit) {
        // Not process.destroy(), which closes the pipe too, so that the watcher would kill at once.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Registers an action for the end of the process, for whatever reason it ends. */
    public void onExit(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /** Returns the exit code; 128 + n for signal n. Only after the process has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    private void pauseOrGiveUp() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new BackingServiceFailed("interrupted while waiting for " + launchSpec.name(), e);
        }
    }
}
