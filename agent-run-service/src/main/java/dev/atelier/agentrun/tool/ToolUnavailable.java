package dev.atelier.agentrun.tool;

/** The service behind a tool cannot be reached; a retry later makes sense. */
public final class ToolUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ToolUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
