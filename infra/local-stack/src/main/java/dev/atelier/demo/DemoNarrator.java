package dev.atelier.demo;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the story while it is played: each step with what it did and how long it took. */
public final class DemoNarrator {
    private final PrintStream out;
    private int steps;

    public DemoNarrator(PrintStream out) {
        this.out = out;
    }

    /** Plays one step and tells its outcome. */
    <T extends @Nullable Object> T step(String title, DemoStep<T> step) {
        steps++;
        out.printf("%n%2d. %s%n", steps, title);
        long began = System.nanoTime();
        try {
            return step.play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed(steps, title, e);
        } catch (Exception e) {
            throw new DemoFailed(steps, title, e);
        } finally {
            out.printf("    (%s)%n", humanly(Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    /** Plays a step that leaves nothing to hold. */
    void act(String title, DemoTask demoTask) {
        this.<@Nullable Object>step(title, () -> {
            demoTask.play();
            return null;
        });
    }

    /** One line of what happened. */
    synchronized void tell(String line) {
        out.println("    " + line);
    }

    static String humanly(Duration duration) {
        return duration.toSeconds() >= 10
                ? duration.toSeconds() + " s"
                : duration.toMillis() >= 1000
                        ? "%.1f s".formatted(duration.toMillis() / 1000.0)
                        : duration.toMillis() + " ms";
    }

    /** A step that leaves nothing to hold. */
    interface DemoTask {
        void play() throws Exception;
    }

    /** A step of the story. */
    interface DemoStep<T extends @Nullable Object> {
        T play() throws Exception;
    }
}
