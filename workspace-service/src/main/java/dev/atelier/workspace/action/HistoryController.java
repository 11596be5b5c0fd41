package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.history.Entry;
import dev.atelier.workspace.history.History;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class HistoryController {
    private final Actions actions;
    private final History history;

    HistoryController(Actions actions, History history) {
        this.actions = actions;
        this.history = history;
    }

    /** Newest first. */
    @GetMapping("/api/workspaces/{w}/projects/{p}/actions/{a}/history")
    Page<Entry> all(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            PageRequest page,
            Caller caller) {
        actions.read(w, p, a, caller.userId());
        var cursor = page.cursor();
        var before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Page.of(history.before(w, a, before, page.limitAndOne()), page, last -> Cursors.of(last.version()));
    }
}
