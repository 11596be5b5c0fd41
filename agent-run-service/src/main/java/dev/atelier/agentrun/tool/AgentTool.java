package dev.atelier.agentrun.tool;

import java.util.Optional;

/** Something an agent can do in the project, with the rights of the person who started the run. */
public interface AgentTool {
    /** Its name for models: lower case with underscores. */
    String name();

    /** What it does, for models and people. */
    String description();

    /** JSON Schema of its arguments, an object. */
    String schema();

    RetrySemantics nature();

    /** Whether it changes anything outside the run. */
    boolean hasEffect();

    /** The rule for agents that name none. */
    ApprovalRule usualApproval();

    /** Says what is wrong with the arguments, for the model to mend; empty where nothing is. */
    Optional<String> problemWith(String arguments);

    /** What the call would do, in a line for the person who approves; demands arguments without a problem. */
    String summary(String arguments);

    /**
     * Does it.
     *
     * @throws ToolUnavailable when the other side cannot be reached; what it refuses is an answer
     * @throws ProjectAccessLost when the other side says that the person has the project no more
     */
    ToolResult act(ToolInvocation toolInvocation);
}
