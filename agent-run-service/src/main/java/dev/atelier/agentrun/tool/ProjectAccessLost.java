package dev.atelier.agentrun.tool;

/**
 * The service that owns the project no longer gives the person access, perhaps before this service has consumed the
 * event; the person's run ends.
 */
public final class ProjectAccessLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProjectAccessLost() {
        super("the project is out of the person's reach", null, false, false);
    }
}
