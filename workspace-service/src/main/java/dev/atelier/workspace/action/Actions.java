package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.Deleted;
import dev.atelier.kit.deletion.Deletions;
import dev.atelier.kit.deletion.GoingAlong;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Stale;
import dev.atelier.workspace.action.content.Content;
import dev.atelier.workspace.action.content.State;
import dev.atelier.workspace.deletion.TypedName;
import dev.atelier.workspace.fact.Change;
import dev.atelier.workspace.fact.Facts;
import dev.atelier.workspace.history.Entry;
import dev.atelier.workspace.history.FieldChange;
import dev.atelier.workspace.history.History;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.project.Projects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What participants do with work items. Everything relies on the membership of whoever does it. */
@Component
public class Actions {
    private static final String FILES = "files";
    private static final Set<String> NOT_EDITED = Set.of(FILES);
    private static final List<State> UNFINISHED = List.of(State.OPEN, State.IN_PROGRESS, State.BLOCKED);

    private final ActionDocuments documents;
    private final Projects projects;
    private final Memberships memberships;
    private final History history;
    private final Facts facts;
    private final Deletions deletions;
    private final GoingAlong goingAlong;
    private final Transactions transactions;
    private final Clock clock;

    Actions(
            ActionDocuments documents,
            Projects projects,
            Memberships memberships,
            History history,
            Facts facts,
            Deletions deletions,
            GoingAlong goingAlong,
            Transactions transactions,
            Clock clock) {
        this.documents = documents;
        this.projects = projects;
        this.memberships = memberships;
        this.history = history;
        this.facts = facts;
        this.deletions = deletions;
        this.goingAlong = goingAlong;
        this.transactions = transactions;
        this.clock = clock;
    }

    Action create(WorkspaceId workspace, ProjectId project, Content content, UserId by, @Nullable RunId run) {
        return transactions.call(() -> {
            enter(workspace, project, by);
            demandParticipants(workspace, project, content.assignees(), by);
            var change = Action.create(workspace, project, content, author(by, run));
            return store(change, content.asNew(), author(by, run));
        });
    }

    /**
     * Edits what is there now.
     *
     * @param expected the version the edit was made on; null lets it go onto whatever is there
     * @throws Stale where somebody else was faster; says what they changed
     */
    Action edit(
            WorkspaceId workspace,
            ProjectId project,
            ActionId id,
            UnaryOperator<Content> edit,
            @Nullable ExpectedVersion expected,
            UserId by,
            @Nullable RunId run) {
        return transactions.call(() -> {
            enter(workspace, project, by);
            var before = demand(workspace, project, id);
            if (expected != null) {
                requireUntouched(before, expected);
            }
            var content = edit.apply(before.content());
            var added = content.assignees().stream()
                    .filter(one -> !before.assignees().contains(one))
                    .toList();
            demandParticipants(workspace, project, added, by);
            var author = author(by, run);
            return store(before.edit(content, author), before.content().changesTo(content), author);
        });
    }

    /** Deletes a work item for good, with its comments and its history (W6); any participant may. */
    public Deleted delete(WorkspaceId workspace, ProjectId project, ActionId id, TypedName title, UserId by) {
        demandReader(workspace, project, id, by);
        var what = Deleted.action(workspace, project, id);
        var along = goingAlong.with(what);
        transactions.run(() -> {
            enter(workspace, project, by);
            var action = demand(workspace, project, id);
            title.demand(action.title(), along);
            documents.deleteByWorkspaceIdAndProjectIdAndId(workspace, project, id);
            facts.say(action.delete(by));
            deletions.accept(what, by, TypedName.sum(along), Duration.ZERO);
        });
        return what;
    }

    /**
     * Lets pass who may read a work item.
     *
     * @throws NotFound for everybody else, and where there is none
     */
    public void demandReader(WorkspaceId workspace, ProjectId project, ActionId id, UserId user) {
        read(workspace, project, id, user);
    }

    /**
     * Says that somebody comments, in the transaction that stores the comment; says when.
     *
     * @throws MentionNotInProject where somebody who is mentioned cannot read it
     */
    public Instant comment(
            WorkspaceId workspace, ProjectId project, ActionId id, UserId by, Set<UserId> mentioned, String text) {
        enter(workspace, project, by);
        demandReaders(workspace, project, mentioned);
        var author = author(by, null);
        store(demand(workspace, project, id).comment(by, mentioned, text), List.of(), author);
        return author.at();
    }

    /** Says that somebody adds a file, in the transaction that stores it; says when. */
    public Instant attach(WorkspaceId workspace, ProjectId project, ActionId id, FileId file, String name, UserId by) {
        enter(workspace, project, by);
        var author = author(by, null);
        var added = new FieldChange(FILES, List.of(), List.of(name));
        store(demand(workspace, project, id).attach(file, author), List.of(added), author);
        return author.at();
    }

    /** Says that somebody deletes a file, in the transaction that does. */
    public void detach(WorkspaceId workspace, ProjectId project, ActionId id, FileId file, String name, UserId by) {
        enter(workspace, project, by);
        var author = author(by, null);
        var removed = new FieldChange(FILES, List.of(name), List.of());
        store(demand(workspace, project, id).detach(file, author), List.of(removed), author);
    }

    /** Says that a file is gone at the end of its time, in the transaction that deletes it; nothing where its work item is gone too. */
    public void lose(WorkspaceId workspace, ProjectId project, ActionId id, FileId file) {
        documents.findByWorkspaceIdAndProjectIdAndId(workspace, project, id).ifPresent(action -> {
            var change = action.lose(file);
            var _ = documents.save(change.after());
            facts.say(change);
        });
    }

    /** Deletes some of the work items that are done and were last changed before, the oldest first; says how many. */
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return transactions.call(() -> {
            var old = documents.findByWorkspaceIdAndStateAndChangedAtLessThanOrderByChangedAt(
                    workspace, State.DONE, before, Limit.of(limit));
            for (var action : old) {
                documents.deleteByWorkspaceIdAndProjectIdAndId(workspace, action.projectId(), action.id());
                facts.say(action.delete(null));
                deletions.acceptForLater(Deleted.action(workspace, action.projectId(), action.id()));
            }
            return old.size();
        });
    }

    /** How many are done and were last changed before. */
    public long countDone(WorkspaceId workspace, Instant before) {
        return documents.countByWorkspaceIdAndStateAndChangedAtLessThan(workspace, State.DONE, before);
    }

    /** Takes a person from some of the unfinished work they are named on; says from how much. */
    public int unassign(WorkspaceId workspace, ProjectId project, UserId person, UserId by, int limit) {
        var assigned = documents.findByWorkspaceIdAndProjectIdAndAssigneesAndStateIn(
                workspace, project, person, UNFINISHED, Limit.of(limit));
        var author = author(by, null);
        for (var action : assigned) {
            var content = action.content().withoutAssignee(person);
            store(action.edit(content, author), action.content().changesTo(content), author);
        }
        return assigned.size();
    }

    Action read(WorkspaceId workspace, ProjectId project, ActionId id, UserId by) {
        projects.demandReader(workspace, project, by);
        return demand(workspace, project, id);
    }

    /** Rights first, then the row that makes a removal and this collide. */
    private void enter(WorkspaceId workspace, ProjectId project, UserId by) {
        projects.demandReader(workspace, project, by);
        memberships.rely(workspace, by);
    }

    private Action demand(WorkspaceId workspace, ProjectId project, ActionId id) {
        return documents
                .findByWorkspaceIdAndProjectIdAndId(workspace, project, id)
                .orElseThrow(NotFound::new);
    }

    private Action store(Change<Action> change, List<FieldChange> changes, Author author) {
        var fact = change.fact();
        if (fact == null) {
            return change.after();
        }
        var stored = documents.save(change.after());
        facts.say(change);
        if (!changes.isEmpty()) {
            history.note(
                    stored.workspaceId(),
                    stored.id(),
                    new Entry(stored.version(), author.at(), author.person(), author.run(), changes));
        }
        return stored;
    }

    private Author author(UserId by, @Nullable RunId run) {
        return new Author(by, run, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void demandParticipants(WorkspaceId workspace, ProjectId project, List<UserId> people, UserId by) {
        if (people.isEmpty()) {
            return;
        }
        var participants = projects.participantsOf(workspace, project, people);
        var outsiders =
                people.stream().filter(one -> !participants.contains(one)).toList();
        if (!outsiders.isEmpty()) {
            throw new AssigneeNotInProject(outsiders);
        }
        people.stream().filter(one -> !one.equals(by)).forEach(one -> memberships.rely(workspace, one));
    }

    private void demandReaders(WorkspaceId workspace, ProjectId project, Set<UserId> people) {
        if (people.isEmpty()) {
            return;
        }
        var readers = projects.readers(workspace, project);
        var outsiders = people.stream().filter(one -> !readers.contains(one)).toList();
        if (!outsiders.isEmpty()) {
            throw new MentionNotInProject(outsiders);
        }
    }

    /** Files that came or went outdate no edit, which cannot touch them. */
    private void requireUntouched(Action now, ExpectedVersion expected) {
        if (expected.value() == now.version()) {
            return;
        }
        var since = history.changesSince(now.workspaceId(), now.id(), expected.value());
        if (!since.only(NOT_EDITED, now.version() - expected.value())) {
            throw new Stale(now.version(), since.fields(), since.by());
        }
    }
}
