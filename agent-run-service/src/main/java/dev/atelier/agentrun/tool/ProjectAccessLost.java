package dev.atelier.agentrun.tool;

/** The project's owner knows the person no more, perhaps before this service hears of it: their run is over. */
public final class ProjectAccessLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ProjectAccessLost() {
        super("the project is out of the person's reach", null, false, false);
    }
}
