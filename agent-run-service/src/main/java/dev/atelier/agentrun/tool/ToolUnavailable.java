package dev.atelier.agentrun.tool;

/** The service behind a tool cannot be reached now; trying again later makes sense. */
public final class ToolUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
