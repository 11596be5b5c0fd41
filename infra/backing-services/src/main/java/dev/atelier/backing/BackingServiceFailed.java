package dev.atelier.backing;

/**
 * A backing service or another part could not be found, started or kept running; the message says why and what to do.
 */
public class BackingServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BackingServiceFailed(String message) {
        super(message);
    }

    public BackingServiceFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
