package dev.atelier.agentrun.tool;

import java.util.Optional;

/** A tool that an agent can use in the project, with the rights of the person who started the run. */
public interface AgentTool {
    /** The tool's name for models: lower case with underscores. */
    String name();

    /** The tool's description for models and people. */
    String description();

    /** JSON Schema of the arguments, an object. */
    String schema();

    RetrySemantics retrySemantics();

    /** Whether the tool changes anything outside the run. */
    boolean hasEffect();

    /** The approval rule of agents that set none. */
    ApprovalRule defaultApproval();

    /** Returns what is wrong with the arguments, so that the model can correct them; empty when they are valid. */
    Optional<String> problemWith(String arguments);

    /** Returns one line about the effect of the call, for the person who approves it; the arguments must be valid. */
    String summary(String arguments);

    /**
     * Executes the call.
     *
     * @throws ToolUnavailable when the service cannot be reached; a refusal of the service is a result
     * @throws ProjectAccessLost when the service answers that the person no longer has access to the project
     */
    ToolResult execute(ToolInvocation toolInvocation);
}
