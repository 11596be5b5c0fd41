package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.workspace.action.history.ActionHistoryEntry;
import dev.atelier.workspace.action.history.ActionHistoryStore;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActionHistoryController {
    private final ActionService actionService;
    private final ActionHistoryStore actionHistoryStore;

    ActionHistoryController(ActionService actionService, ActionHistoryStore actionHistoryStore) {
        this.actionService = actionService;
        this.actionHistoryStore = actionHistoryStore;
    }

    /** Lists the changes of an action, newest first. */
    @GetMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/history")
    CursorPage<ActionHistoryEntry> all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            CursorPageRequest page,
            Caller caller) {
        actionService.read(workspaceId, projectId, actionId, caller.userId());
        var cursor = page.cursor();
        var before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return CursorPage.of(
                actionHistoryStore.findBefore(workspaceId, actionId, before, page.limitPlusOne()),
                page,
                last -> PageCursorCodec.of(last.version()));
    }
}
