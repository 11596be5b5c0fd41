package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.kit.web.idempotency.Idempotency;
import dev.atelier.kit.web.idempotency.IdempotencyKey;
import dev.atelier.kit.web.text.PlainText;
import dev.atelier.workspace.action.Actions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{w}/projects/{p}/actions/{a}/comments")
class CommentController {
    private static final CommentId BEFORE_ALL = new CommentId(new UUID(0, 0));

    private final Actions actions;
    private final Comments comments;
    private final CommentDocuments documents;
    private final Idempotency idempotency;

    CommentController(Actions actions, Comments comments, CommentDocuments documents, Idempotency idempotency) {
        this.actions = actions;
        this.comments = comments;
        this.documents = documents;
        this.idempotency = idempotency;
    }

    /** Oldest first. */
    @GetMapping
    Page<CommentView> all(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            PageRequest page,
            Caller caller) {
        actions.demandReader(w, p, a, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, CommentId.class);
        var read = documents.findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
                w, a, after, Limit.of(page.limitAndOne()));
        return Page.of(read, page, last -> Cursors.of(last.id())).map(CommentView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommentView add(
            @PathVariable WorkspaceId w,
            @PathVariable ProjectId p,
            @PathVariable ActionId a,
            @Valid @RequestBody NewComment body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        actions.demandReader(w, p, a, caller.userId());
        return idempotency.answer(
                key,
                body,
                CommentView.class,
                () -> CommentView.of(comments.add(w, p, a, body.text().strip(), caller.userId())));
    }

    /** 1 to 10,000 characters. */
    record NewComment(
            @NotBlank @Size(max = 10_000) @PlainText String text) {}

    /** A comment as its readers see it. */
    record CommentView(CommentId id, String text, UserId by, Instant at) {
        static CommentView of(Comment comment) {
            return new CommentView(comment.id(), comment.text(), comment.by(), comment.at());
        }
    }
}
