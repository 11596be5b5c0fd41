package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.history.Entry;
import dev.atelier.workspace.history.FieldChange;
import dev.atelier.workspace.history.History;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    Page<EntryView> all(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            PageRequest page,
            Caller caller) {
        actions.read(w, p, a, caller.userId());
        var cursor = page.cursor();
        var before = cursor == null ? Long.MAX_VALUE : cursor.number(0);
        return Page.of(history.before(w, a, before, page.limitAndOne()), page, last -> Cursors.of(last.version()))
                .map(EntryView::of);
    }

    /**
     * One change.
     *
     * @param version what it came to
     * @param run the run that made it for the person; null where they did it themselves
     */
    record EntryView(
            long version, Instant at, UserId by, @Nullable RunId run, List<FieldChange> changes) {
        static EntryView of(Entry entry) {
            return new EntryView(entry.version(), entry.at(), entry.by(), entry.run(), entry.changes());
        }
    }
}
