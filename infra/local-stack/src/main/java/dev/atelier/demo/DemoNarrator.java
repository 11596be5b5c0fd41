package dev.atelier.demo;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Prints the progress of the demo: each step with its result and duration. */
public final class DemoNarrator {
    private final PrintStream out;
    private int steps;

    public DemoNarrator(PrintStream out) {
        this.out = out;
    }

    /** Runs one step and prints its outcome. */
    <T extends @Nullable Object> T step(String title, DemoStep<T> step) {
        steps++;
        out.printf("%n%2d. %s%n", steps, title);
        long began = System.nanoTime();
        try {
            return step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed(steps, title, e);
        } catch (Exception e) {
            throw new DemoFailed(steps, title, e);
        } finally {
            out.printf("    (%s)%n", formatDuration(Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    /** Runs a step without a result. */
    void runStep(String title, DemoTask demoTask) {
        this.<@Nullable Object>step(title, () -> {
            demoTask.run();
            return null;
        });
    }

    /** Prints one line. */
    synchronized void print(String line) {
        out.println("    " + line);
    }

    static String formatDuration(Duration duration) {
        return duration.toSeconds() >= 10
                ? duration.toSeconds() + " s"
                : duration.toMillis() >= 1000
                        ? "%.1f s".formatted(duration.toMillis() / 1000.0)
                        : duration.toMillis() + " ms";
    }

    /** A step without a result. */
    interface DemoTask {
        void run() throws Exception;
    }

    /** A step of the demo. */
    interface DemoStep<T extends @Nullable Object> {
        T run() throws Exception;
    }
}
