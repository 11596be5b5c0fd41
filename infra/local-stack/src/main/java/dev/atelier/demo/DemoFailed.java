package dev.atelier.demo;

/** A step of the demo failed. */
public final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    DemoFailed(int step, String title, Exception cause) {
        super("step %d (%s) failed: %s".formatted(step, title, cause.getMessage()), cause);
    }
}
