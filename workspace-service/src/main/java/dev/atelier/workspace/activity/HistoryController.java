package dev.atelier.workspace.activity;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.DownloadName;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.people.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController("workspaceHistoryController")
@RequestMapping("/api/workspaces/{w}/history")
class HistoryController {
    private final Activity activity;
    private final Access access;
    private final People people;
    private final HistoryExports exports;
    private final Transactions transactions;

    HistoryController(
            Activity activity, Access access, People people, HistoryExports exports, Transactions transactions) {
        this.activity = activity;
        this.access = access;
        this.people = people;
        this.exports = exports;
        this.transactions = transactions;
    }

    /** Who did what, when, the newest first; for the manager alone. */
    @GetMapping
    Page<OccurrenceView> some(
            @PathVariable WorkspaceId w, @ParameterObject HistoryFilter filter, PageRequest page, Caller caller) {
        access.manager(w, caller.userId());
        var cursor = page.cursor();
        var before = cursor == null ? null : cursor.as(0, UUID::fromString);
        var read = activity.some(w, filter, before, page.limitAndOne());
        var doers = people.of(read.stream()
                .map(Occurrence::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Page.of(read, page, last -> Cursors.of(last.id())).map(one -> OccurrenceView.of(one, doers));
    }

    /** The same as CSV, all of it, written as it is read; for the manager alone. That it was taken away is part of the history. */
    @GetMapping(path = "/export", produces = HistoryTable.TYPE)
    void export(
            @PathVariable WorkspaceId w,
            @ParameterObject HistoryFilter filter,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        access.manager(w, caller.userId());
        transactions.run(() -> exports.exported(w, caller.userId()));
        var doers = new HashMap<UserId, Person>();
        try (var all = activity.all(w, filter)) {
            response.setContentType(HistoryTable.TYPE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, DownloadName.header("history.csv"));
            HistoryTable.write(
                    all.map(one -> OccurrenceView.of(one, doer -> doers.computeIfAbsent(doer, people::of)))
                            .iterator(),
                    response.getOutputStream());
        }
    }
}
