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
import dev.atelier.workspace.people.People;
import dev.atelier.workspace.people.Person;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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
    private final People people;
    private final Idempotency idempotency;

    CommentController(
            Actions actions, Comments comments, CommentDocuments documents, People people, Idempotency idempotency) {
        this.actions = actions;
        this.comments = comments;
        this.documents = documents;
        this.people = people;
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
        return Page.of(read, page, last -> Cursors.of(last.id())).map(this::view);
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
                () -> view(comments.add(w, p, a, body.text().strip(), caller.userId())));
    }

    private CommentView view(Comment comment) {
        var mentioned = Mentions.in(comment.text());
        return CommentView.of(
                comment,
                mentioned.isEmpty()
                        ? List.of()
                        : mentioned.stream().map(people::of).toList());
    }

    /** 1 to 10,000 characters; {@code @[<user id>]} speaks to up to 20 who can read it. */
    record NewComment(
            @NotBlank @Size(max = 10_000) @PlainText String text) {}

    /**
     * A comment as its readers see it.
     *
     * @param mentions whom the text speaks to, in its order
     */
    record CommentView(CommentId id, String text, List<Mention> mentions, UserId by, Instant at) {
        CommentView {
            mentions = List.copyOf(mentions);
        }

        static CommentView of(Comment comment, List<Person> mentioned) {
            return new CommentView(
                    comment.id(),
                    comment.text(),
                    mentioned.stream().map(Mention::of).toList(),
                    comment.by(),
                    comment.at());
        }
    }

    /**
     * Somebody whom a comment speaks to.
     *
     * @param displayName what to show instead of their id; empty where nothing is known of them any more
     */
    record Mention(UserId userId, String displayName) {
        static Mention of(Person person) {
            return new Mention(person.userId(), person.displayName());
        }
    }
}
