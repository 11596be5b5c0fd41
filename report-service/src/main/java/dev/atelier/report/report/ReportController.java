package dev.atelier.report.report;

import dev.atelier.events.ReportEvent.Kind;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{w}/reports")
class ReportController {
    private final Requests requests;
    private final Shelf shelf;
    private final Idempotency idempotency;

    ReportController(Requests requests, Shelf shelf, Idempotency idempotency) {
        this.requests = requests;
        this.shelf = shelf;
        this.idempotency = idempotency;
    }

    /** Asks for a report; it is ready when its state says so, a few seconds later. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReportView> request(
            @PathVariable WorkspaceId w, @Valid @RequestBody ReportRequest body, IdempotencyKey key, Caller caller) {
        var wish = body.wish(w);
        requests.demandReadable(wish, caller.userId());
        var view = idempotency.answer(
                key, body, ReportView.class, () -> ReportView.of(requests.request(wish, caller.userId())));
        return ResponseEntity.accepted()
                .location(URI.create("/api/workspaces/" + w + "/reports/" + view.id()))
                .body(view);
    }

    /** The reports of the projects that the reader may see, newest first. */
    @GetMapping
    Page<ReportView> list(
            @PathVariable WorkspaceId w,
            @RequestParam(required = false) @Nullable ProjectId project,
            PageRequest page,
            Caller caller) {
        return shelf.list(w, project, page, caller.userId()).map(ReportView::of);
    }

    @GetMapping("/{r}")
    ReportView one(@PathVariable WorkspaceId w, @PathVariable ReportId r, Caller caller) {
        return ReportView.of(shelf.get(w, r, caller.userId()));
    }

    /**
     * Which report.
     *
     * @param runId for {@code RUN}, and only there
     * @param from first day, for {@code PROJECT} only; without it from the beginning
     * @param to last day, inclusive; without it until now
     * @param byMail whether it also goes to whoever asks, by mail
     */
    record ReportRequest(
            @NotNull Kind kind,
            @NotNull ProjectId projectId,
            @Nullable RunId runId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean byMail) {
        Wish wish(WorkspaceId workspace) {
            return new Wish(workspace, projectId, kind, runId, from, to, Boolean.TRUE.equals(byMail));
        }
    }
}
