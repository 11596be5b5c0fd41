package dev.atelier.demo;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the story while it is played: each step with what it did and how long it took. */
public final class Narrator {
    private final PrintStream out;
    private int steps;

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** Plays one step and tells its outcome. */
    <T extends @Nullable Object> T step(String title, Step<T> step) {
        steps++;
        out.printf("%n%2d. %s%n", steps, title);
        long began = System.nanoTime();
        try {
            return step.play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed(steps, title, e);
        } catch (Exception e) {
            throw new StoryFailed(steps, title, e);
        } finally {
            out.printf("    (%s)%n", humanly(Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    /** Plays a step that leaves nothing to hold. */
    void act(String title, Act act) {
        this.<@Nullable Object>step(title, () -> {
            act.play();
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
    interface Act {
        void play() throws Exception;
    }

    /** A step of the story. */
    interface Step<T extends @Nullable Object> {
        T play() throws Exception;
    }
}
