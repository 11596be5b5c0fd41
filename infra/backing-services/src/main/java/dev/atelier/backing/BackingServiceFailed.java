package dev.atelier.backing;

/** A part could not be got, started or kept; the message says why and what to do about it. */
public class BackingServiceFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BackingServiceFailed(String message) {
        super(message);
    }

    public BackingServiceFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
