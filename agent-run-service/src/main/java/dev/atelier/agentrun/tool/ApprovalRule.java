package dev.atelier.agentrun.tool;

import dev.atelier.events.AgentRunEvent.Approver;
import org.jspecify.annotations.Nullable;

/** Who must approve a tool call before it is executed. */
public enum ApprovalRule {
    /** Nobody. */
    NONE,
    /** Any participant of the project, or the manager. */
    PARTICIPANT,
    /** Only the workspace's manager. */
    MANAGER;

    /** Returns the required approver; null when no approval is needed. */
    public @Nullable Approver approver() {
        return switch (this) {
            case NONE -> null;
            case PARTICIPANT -> Approver.PARTICIPANT;
            case MANAGER -> Approver.MANAGER;
        };
    }
}
