package dev.atelier.gateway.routing;

/** The client did not send the rest of a body that was already being passed on. */
public final class BodyBrokeOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BodyBrokeOff(Throwable cause) {
        super("the client broke off", cause);
    }
}
