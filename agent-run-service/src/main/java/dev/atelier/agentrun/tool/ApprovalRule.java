package dev.atelier.agentrun.tool;

import dev.atelier.events.AgentRunEvent.Approver;
import org.jspecify.annotations.Nullable;

/** Who must approve a tool's call before it acts. */
public enum ApprovalRule {
    /** Nobody. */
    NONE,
    /** Any participant of the project, or the manager. */
    PARTICIPANT,
    /** The workspace's manager alone. */
    MANAGER;

    /** Null where nobody needs to be asked. */
    public @Nullable Approver approver() {
        return switch (this) {
            case NONE -> null;
            case PARTICIPANT -> Approver.PARTICIPANT;
            case MANAGER -> Approver.MANAGER;
        };
    }
}
