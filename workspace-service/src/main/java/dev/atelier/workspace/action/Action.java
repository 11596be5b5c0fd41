package dev.atelier.workspace.action;

import static java.util.Objects.requireNonNullElse;

import dev.atelier.events.WorkspaceEvent;
import dev.atelier.events.WorkspaceEvent.ActionChanged;
import dev.atelier.events.WorkspaceEvent.ActionCreated;
import dev.atelier.events.WorkspaceEvent.ActionDeleted;
import dev.atelier.events.WorkspaceEvent.AttachmentAdded;
import dev.atelier.events.WorkspaceEvent.AttachmentDeleted;
import dev.atelier.events.WorkspaceEvent.CommentAdded;
import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.events.privacy.PersonalData;
import dev.atelier.events.privacy.PersonalData.Basis;
import dev.atelier.events.privacy.PersonalData.Category;
import dev.atelier.kit.mongo.WorkspaceOwned;
import dev.atelier.workspace.action.content.ActionContent;
import dev.atelier.workspace.action.content.ActionPriority;
import dev.atelier.workspace.action.content.ActionState;
import dev.atelier.workspace.action.content.ChecklistItem;
import dev.atelier.workspace.action.history.FieldChange;
import dev.atelier.workspace.action.search.SearchTerms;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.SequencedAggregate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An action as it is stored.
 *
 * @param due for example {@code 2026-11-22}, or {@code none}, which sorts after every date
 * @param rank the priority as a number, for sorting
 * @param words the search terms of the action and its comments; lists do not read them
 * @param commentWords those of {@code words} that come from comments
 * @param searchVersion the version of {@link SearchTerms} that created them; null in documents older than versions
 * @param version the version of its content and files; comments do not raise it
 * @param sequence how many events it has published
 */
@Document("actions")
@TypeAlias("action")
@CompoundIndex(
        name = "of-state-by-priority",
        def = "{workspaceId: 1, projectId: 1, state: 1, rank: 1, _id: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-state-by-due",
        def = "{workspaceId: 1, projectId: 1, state: 1, due: 1, _id: 1, rank: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-state-by-title",
        def = "{workspaceId: 1, projectId: 1, state: 1, title: 1, _id: 1, rank: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-assignee-by-priority",
        def = "{workspaceId: 1, projectId: 1, assignees: 1, state: 1, rank: 1, _id: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-assignee-by-due",
        def = "{workspaceId: 1, projectId: 1, assignees: 1, state: 1, due: 1, _id: 1, rank: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-assignee-by-title",
        def = "{workspaceId: 1, projectId: 1, assignees: 1, state: 1, title: 1, _id: 1, rank: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-tag-by-priority",
        def = "{workspaceId: 1, projectId: 1, tags: 1, state: 1, rank: 1, _id: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-tag-by-due",
        def = "{workspaceId: 1, projectId: 1, tags: 1, state: 1, due: 1, _id: 1, rank: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-tag-by-title",
        def = "{workspaceId: 1, projectId: 1, tags: 1, state: 1, title: 1, _id: 1, rank: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(
        name = "of-word",
        def = "{workspaceId: 1, projectId: 1, words: 1, state: 1, rank: 1, _id: 1, due: 1}",
        collation = Action.ORDER)
@CompoundIndex(name = "of-search-version", def = "{searchVersion: 1}")
@CompoundIndex(name = "done", def = "{workspaceId: 1, changedAt: 1}", partialFilter = "{state: 'DONE'}")
record Action(
        @Id ActionId id,
        @Version @Nullable Long lock,
        WorkspaceId workspaceId,
        ProjectId projectId,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the work of a project",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        String title,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the work of a project",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        String description,

        ActionState state,
        List<UserId> assignees,
        @NotPersonal("a date") String due,
        ActionPriority priority,
        int rank,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "the work of a project",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        List<String> tags,

        List<ChecklistItem> checklist,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "finds work items by what they say",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        List<String> words,

        @PersonalData(
                category = Category.CONTENT,
                purpose = "finds work items by what is said about them",
                basis = Basis.CONTRACT,
                retention = "until the work item is deleted")
        List<String> commentWords,

        @Nullable Integer searchVersion,
        UserId createdBy,
        Instant createdAt,
        Instant changedAt,
        long version,
        long sequence)
        implements WorkspaceOwned, SequencedAggregate {
    static final String NO_DATE = "none";

    /** The collation of lists and their indexes: ignores case, respects accents. */
    static final String ORDER = "{locale: 'en', strength: 2}";

    Action {
        assignees = List.copyOf(assignees);
        tags = List.copyOf(
                requireNonNullElse(tags, List.of())); // missing in documents older than tags, checklists and words
        checklist = List.copyOf(requireNonNullElse(checklist, List.of()));
        words = List.copyOf(requireNonNullElse(words, List.of()));
        commentWords = List.copyOf(requireNonNullElse(commentWords, List.of()));
    }

    static AggregateChange<Action> create(
            WorkspaceId workspace, ProjectId project, ActionContent content, ActionAuthor author) {
        var id = ActionId.next();
        var blank = new Action(
                id,
                null,
                workspace,
                project,
                "",
                "",
                ActionState.OPEN,
                List.of(),
                NO_DATE,
                ActionPriority.NORMAL,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SearchTerms.VERSION,
                author.person(),
                author.at(),
                author.at(),
                0,
                0);
        return blank.with(content, author, new ActionCreated(workspace, project, id, author.person(), author.run()));
    }

    ActionContent content() {
        return new ActionContent(title, description, state, assignees, dueDate(), priority, tags, checklist);
    }

    @Nullable LocalDate dueDate() {
        return due.equals(NO_DATE) ? null : LocalDate.parse(due);
    }

    /** Replaces the content; does nothing if it does not differ. */
    AggregateChange<Action> edit(ActionContent other, ActionAuthor author) {
        var changes = content().changesTo(other);
        if (changes.isEmpty()) {
            return AggregateChange.withoutEvent(this);
        }
        var fields = changes.stream().map(FieldChange::field).collect(Collectors.toSet());
        return with(
                other, author, new ActionChanged(workspaceId, projectId, id, fields, author.person(), author.run()));
    }

    AggregateChange<Action> comment(UserId by, Set<UserId> mentioned, String text) {
        return AggregateChange.of(
                withEvent(version, changedAt, SearchTerms.withComment(commentWords, text)),
                new CommentAdded(workspaceId, projectId, id, by, mentioned));
    }

    AggregateChange<Action> attach(FileId file, ActionAuthor author) {
        return AggregateChange.of(
                withEvent(version + 1, author.at()),
                new AttachmentAdded(workspaceId, projectId, id, file, author.person()));
    }

    AggregateChange<Action> detach(FileId file, ActionAuthor author) {
        return AggregateChange.of(
                withEvent(version + 1, author.at()),
                new AttachmentDeleted(workspaceId, projectId, id, file, author.person()));
    }

    /** Publishes that a file expired. This does not count as a change of the action. */
    AggregateChange<Action> expireFile(FileId file) {
        return AggregateChange.of(
                withEvent(version, changedAt), new AttachmentDeleted(workspaceId, projectId, id, file, null));
    }

    /**
     * Returns the last change, with the event that the action was deleted.
     *
     * @param by null if it expired
     */
    AggregateChange<Action> delete(@Nullable UserId by) {
        return AggregateChange.of(withEvent(version, changedAt), new ActionDeleted(workspaceId, projectId, id, by));
    }

    /** Returns the same content with one more published event. */
    private Action withEvent(long newVersion, Instant at) {
        return withEvent(newVersion, at, commentWords);
    }

    private Action withEvent(long newVersion, Instant at, List<String> ofComments) {
        return new Action(
                id,
                lock,
                workspaceId,
                projectId,
                title,
                description,
                state,
                assignees,
                due,
                priority,
                rank,
                tags,
                checklist,
                ofComments.equals(commentWords)
                        ? words
                        : SearchTerms.merge(SearchTerms.extract(content().texts()), ofComments),
                ofComments,
                searchVersion,
                createdBy,
                createdAt,
                at,
                newVersion,
                sequence + 1);
    }

    private AggregateChange<Action> with(ActionContent content, ActionAuthor author, WorkspaceEvent fact) {
        var date = content.due();
        return AggregateChange.of(
                new Action(
                        id,
                        lock,
                        workspaceId,
                        projectId,
                        content.title(),
                        content.description(),
                        content.state(),
                        content.assignees(),
                        date == null ? NO_DATE : date.toString(),
                        content.priority(),
                        content.priority().rank(),
                        content.tags(),
                        content.checklist(),
                        SearchTerms.merge(SearchTerms.extract(content.texts()), commentWords),
                        commentWords,
                        searchVersion,
                        createdBy,
                        createdAt,
                        author.at(),
                        version + 1,
                        sequence + 1),
                fact);
    }
}
