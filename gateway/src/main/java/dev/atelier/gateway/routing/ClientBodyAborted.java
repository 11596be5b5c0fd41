package dev.atelier.gateway.routing;

/** The client did not send the rest of a body that was already being forwarded. */
public final class ClientBodyAborted extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClientBodyAborted(Throwable cause) {
        super("the client broke off", cause);
    }
}
