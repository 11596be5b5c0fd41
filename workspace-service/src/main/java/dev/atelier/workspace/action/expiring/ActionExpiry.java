package dev.atelier.workspace.action.expiring;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.Expiring;
import dev.atelier.workspace.action.Actions;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Work items that are done, after their last change; open ones have no end of their time. */
@Component
class ActionExpiry implements Expiring {
    private final Actions actions;

    ActionExpiry(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String kind() {
        return "actions";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return actions.expire(workspace, before, limit);
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return actions.countDone(workspace, before);
    }
}
