package dev.atelier.workspace.action;

import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.retention.DataExpiry;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes done actions some time after their last change; other actions do not expire. */
@Component
class ActionExpiry implements DataExpiry {
    private final ActionService actionService;

    ActionExpiry(ActionService actionService) {
        this.actionService = actionService;
    }

    @Override
    public String kind() {
        return "actions";
    }

    @Override
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return actionService.expire(workspace, before, limit);
    }

    @Override
    public long count(WorkspaceId workspace, Instant before) {
        return actionService.countDone(workspace, before);
    }
}
