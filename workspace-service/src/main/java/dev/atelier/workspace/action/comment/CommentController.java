package dev.atelier.workspace.action.comment;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.idempotency.IdempotencyKey;
import dev.atelier.kit.idempotency.IdempotentRequestExecutor;
import dev.atelier.kit.security.Caller;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.kit.web.validation.PlainText;
import dev.atelier.workspace.action.ActionService;
import dev.atelier.workspace.people.Person;
import dev.atelier.workspace.people.PersonLookup;
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
@RequestMapping("/api/workspaces/{workspaceId}/projects/{projectId}/actions/{actionId}/comments")
class CommentController {
    private static final CommentId BEFORE_ALL = new CommentId(new UUID(0, 0));

    private final ActionService actionService;
    private final AddComment addComment;
    private final CommentRepository documents;
    private final PersonLookup personLookup;
    private final IdempotentRequestExecutor idempotentRequestExecutor;

    CommentController(
            ActionService actionService,
            AddComment addComment,
            CommentRepository documents,
            PersonLookup personLookup,
            IdempotentRequestExecutor idempotentRequestExecutor) {
        this.actionService = actionService;
        this.addComment = addComment;
        this.documents = documents;
        this.personLookup = personLookup;
        this.idempotentRequestExecutor = idempotentRequestExecutor;
    }

    /** Lists the comments, oldest first. */
    @GetMapping
    CursorPage<CommentResponse> all(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            CursorPageRequest page,
            Caller caller) {
        actionService.requireReader(workspaceId, projectId, actionId, caller.userId());
        var cursor = page.cursor();
        var after = cursor == null ? BEFORE_ALL : cursor.id(0, CommentId.class);
        var read = documents.findByWorkspaceIdAndActionIdAndIdGreaterThanOrderById(
                workspaceId, actionId, after, Limit.of(page.limitPlusOne()));
        return CursorPage.of(read, page, last -> PageCursorCodec.of(last.id())).map(this::view);
    }

    /** Adds a comment to an action. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CommentResponse add(
            @PathVariable WorkspaceId workspaceId,
            @PathVariable ProjectId projectId,
            @PathVariable ActionId actionId,
            @Valid @RequestBody CreateCommentRequest body,
            Optional<IdempotencyKey> key,
            Caller caller) {
        actionService.requireReader(workspaceId, projectId, actionId, caller.userId());
        return idempotentRequestExecutor.execute(
                key,
                body,
                CommentResponse.class,
                () -> view(addComment.add(
                        workspaceId, projectId, actionId, body.text().strip(), caller.userId())));
    }

    private CommentResponse view(Comment comment) {
        var mentioned = MentionParser.parse(comment.text());
        return CommentResponse.of(
                comment,
                mentioned.isEmpty()
                        ? List.of()
                        : mentioned.stream().map(personLookup::find).toList());
    }

    /** 1 to 10,000 characters; {@code @[<user id>]} mentions a person, at most 20 who can read it. */
    record CreateCommentRequest(
            @NotBlank @Size(max = 10_000) @PlainText String text) {}

    /**
     * A comment as its readers see it.
     *
     * @param mentions the mentioned people, in the order of the text
     */
    record CommentResponse(
            CommentId id, String text, List<MentionResponse> mentions, UserId createdBy, Instant createdAt) {
        CommentResponse {
            mentions = List.copyOf(mentions);
        }

        static CommentResponse of(Comment comment, List<Person> mentioned) {
            return new CommentResponse(
                    comment.id(),
                    comment.text(),
                    mentioned.stream().map(MentionResponse::of).toList(),
                    comment.by(),
                    comment.at());
        }
    }

    /**
     * A person who is mentioned in a comment.
     *
     * @param displayName the name to show instead of the id; empty if nothing is known about the person any more
     */
    record MentionResponse(UserId userId, String displayName) {
        static MentionResponse of(Person person) {
            return new MentionResponse(person.userId(), person.displayName());
        }
    }
}
