package dev.atelier.workspace.action;

import dev.atelier.events.id.ActionId;
import dev.atelier.events.id.FileId;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.deletion.DeletionImpactCounter;
import dev.atelier.kit.deletion.DeletionStore;
import dev.atelier.kit.deletion.DeletionTarget;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.problem.StaleVersion;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.action.content.ActionContent;
import dev.atelier.workspace.action.content.ActionState;
import dev.atelier.workspace.action.history.ActionHistoryEntry;
import dev.atelier.workspace.action.history.ActionHistoryStore;
import dev.atelier.workspace.action.history.FieldChange;
import dev.atelier.workspace.deletion.ConfirmDeletionRequest;
import dev.atelier.workspace.event.AggregateChange;
import dev.atelier.workspace.event.WorkspaceEventPublisher;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.project.ProjectStore;
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

/** The participants' operations on actions. Each relies on the membership of the caller. */
@Component
public class ActionService {
    private static final String FILES = "attachments";
    private static final Set<String> NOT_EDITED = Set.of(FILES);
    private static final List<ActionState> UNFINISHED =
            List.of(ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.BLOCKED);

    private final ActionRepository documents;
    private final ProjectStore projectStore;
    private final MembershipStore membershipStore;
    private final ActionHistoryStore actionHistoryStore;
    private final WorkspaceEventPublisher workspaceEventPublisher;
    private final DeletionStore deletionStore;
    private final DeletionImpactCounter deletionImpactCounter;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    ActionService(
            ActionRepository documents,
            ProjectStore projectStore,
            MembershipStore membershipStore,
            ActionHistoryStore actionHistoryStore,
            WorkspaceEventPublisher workspaceEventPublisher,
            DeletionStore deletionStore,
            DeletionImpactCounter deletionImpactCounter,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.documents = documents;
        this.projectStore = projectStore;
        this.membershipStore = membershipStore;
        this.actionHistoryStore = actionHistoryStore;
        this.workspaceEventPublisher = workspaceEventPublisher;
        this.deletionStore = deletionStore;
        this.deletionImpactCounter = deletionImpactCounter;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    Action create(WorkspaceId workspace, ProjectId project, ActionContent content, UserId by, @Nullable RunId run) {
        return transactionRunner.call(() -> {
            requireAccess(workspace, project, by);
            requireParticipants(workspace, project, content.assignees(), by);
            var change = Action.create(workspace, project, content, author(by, run));
            return store(change, content.changesFromEmpty(), author(by, run));
        });
    }

    /**
     * Edits the current content.
     *
     * @param expected the version the edit is based on; null applies it to any version
     * @throws StaleVersion if somebody else changed it in the meantime; contains what they changed
     */
    Action edit(
            WorkspaceId workspace,
            ProjectId project,
            ActionId id,
            UnaryOperator<ActionContent> edit,
            @Nullable ExpectedVersion expected,
            UserId by,
            @Nullable RunId run) {
        return transactionRunner.call(() -> {
            requireAccess(workspace, project, by);
            var before = require(workspace, project, id);
            if (expected != null) {
                requireVersion(before, expected);
            }
            var content = edit.apply(before.content());
            var added = content.assignees().stream()
                    .filter(one -> !before.assignees().contains(one))
                    .toList();
            requireParticipants(workspace, project, added, by);
            var author = author(by, run);
            return store(before.edit(content, author), before.content().changesTo(content), author);
        });
    }

    /** Deletes an action permanently, with its comments and history; any participant may. */
    public DeletionTarget delete(
            WorkspaceId workspace, ProjectId project, ActionId id, ConfirmDeletionRequest title, UserId by) {
        requireReader(workspace, project, id, by);
        var what = DeletionTarget.action(workspace, project, id);
        var along = deletionImpactCounter.count(what);
        transactionRunner.run(() -> {
            requireAccess(workspace, project, by);
            var action = require(workspace, project, id);
            title.requireName(action.title(), along);
            documents.deleteByWorkspaceIdAndProjectIdAndId(workspace, project, id);
            workspaceEventPublisher.publishEvent(action.delete(by));
            deletionStore.accept(what, by, ConfirmDeletionRequest.total(along), Duration.ZERO);
        });
        return what;
    }

    /**
     * Checks that the person may read the action.
     *
     * @throws NotFound if they may not, or if there is no such action
     */
    public void requireReader(WorkspaceId workspace, ProjectId project, ActionId id, UserId user) {
        read(workspace, project, id, user);
    }

    /**
     * Publishes that somebody comments, in the transaction that stores the comment.
     *
     * @return the time of the comment
     * @throws MentionNotInProject if a mentioned person cannot read it
     */
    public Instant comment(
            WorkspaceId workspace, ProjectId project, ActionId id, UserId by, Set<UserId> mentioned, String text) {
        requireAccess(workspace, project, by);
        requireReaders(workspace, project, mentioned);
        var author = author(by, null);
        store(require(workspace, project, id).comment(by, mentioned, text), List.of(), author);
        return author.at();
    }

    /**
     * Publishes that somebody adds a file, in the transaction that stores it.
     *
     * @return the time
     */
    public Instant attach(WorkspaceId workspace, ProjectId project, ActionId id, FileId file, String name, UserId by) {
        requireAccess(workspace, project, by);
        var author = author(by, null);
        var added = new FieldChange(FILES, List.of(), List.of(name));
        store(require(workspace, project, id).attach(file, author), List.of(added), author);
        return author.at();
    }

    /** Publishes that somebody deletes a file, in the transaction that deletes it. */
    public void detach(WorkspaceId workspace, ProjectId project, ActionId id, FileId file, String name, UserId by) {
        requireAccess(workspace, project, by);
        var author = author(by, null);
        var removed = new FieldChange(FILES, List.of(name), List.of());
        store(require(workspace, project, id).detach(file, author), List.of(removed), author);
    }

    /**
     * Publishes that a file expired, in the transaction that deletes it; does nothing if its action no longer exists.
     */
    public void expireFile(WorkspaceId workspace, ProjectId project, ActionId id, FileId file) {
        documents.findByWorkspaceIdAndProjectIdAndId(workspace, project, id).ifPresent(action -> {
            var change = action.expireFile(file);
            var _ = documents.save(change.after());
            workspaceEventPublisher.publishEvent(change);
        });
    }

    /**
     * Deletes up to {@code limit} done actions that were last changed before, oldest first.
     *
     * @return how many
     */
    public int expire(WorkspaceId workspace, Instant before, int limit) {
        return transactionRunner.call(() -> {
            var old = documents.findByWorkspaceIdAndStateAndChangedAtLessThanOrderByChangedAt(
                    workspace, ActionState.DONE, before, Limit.of(limit));
            for (var action : old) {
                documents.deleteByWorkspaceIdAndProjectIdAndId(workspace, action.projectId(), action.id());
                workspaceEventPublisher.publishEvent(action.delete(null));
                deletionStore.acceptLowPriority(DeletionTarget.action(workspace, action.projectId(), action.id()));
            }
            return old.size();
        });
    }

    /** Counts the done actions that were last changed before. */
    public long countDone(WorkspaceId workspace, Instant before) {
        return documents.countByWorkspaceIdAndStateAndChangedAtLessThan(workspace, ActionState.DONE, before);
    }

    /**
     * Unassigns a person from up to {@code limit} unfinished actions.
     *
     * @return from how many
     */
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
        projectStore.requireReader(workspace, project, by);
        return require(workspace, project, id);
    }

    /** Checks the rights, then writes the membership document, so that this conflicts with a removal. */
    private void requireAccess(WorkspaceId workspace, ProjectId project, UserId by) {
        projectStore.requireReader(workspace, project, by);
        membershipStore.lockMembership(workspace, by);
    }

    private Action require(WorkspaceId workspace, ProjectId project, ActionId id) {
        return documents
                .findByWorkspaceIdAndProjectIdAndId(workspace, project, id)
                .orElseThrow(NotFound::new);
    }

    private Action store(AggregateChange<Action> change, List<FieldChange> changes, ActionAuthor author) {
        var fact = change.fact();
        if (fact == null) {
            return change.after();
        }
        var stored = documents.save(change.after());
        workspaceEventPublisher.publishEvent(change);
        if (!changes.isEmpty()) {
            actionHistoryStore.record(
                    stored.workspaceId(),
                    stored.id(),
                    new ActionHistoryEntry(stored.version(), author.at(), author.person(), author.run(), changes));
        }
        return stored;
    }

    private ActionAuthor author(UserId by, @Nullable RunId run) {
        return new ActionAuthor(by, run, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void requireParticipants(WorkspaceId workspace, ProjectId project, List<UserId> people, UserId by) {
        if (people.isEmpty()) {
            return;
        }
        var participants = projectStore.filterParticipants(workspace, project, people);
        var outsiders =
                people.stream().filter(one -> !participants.contains(one)).toList();
        if (!outsiders.isEmpty()) {
            throw new AssigneeNotInProject(outsiders);
        }
        people.stream().filter(one -> !one.equals(by)).forEach(one -> membershipStore.lockMembership(workspace, one));
    }

    private void requireReaders(WorkspaceId workspace, ProjectId project, Set<UserId> people) {
        if (people.isEmpty()) {
            return;
        }
        var readers = projectStore.findReaders(workspace, project);
        var outsiders = people.stream().filter(one -> !readers.contains(one)).toList();
        if (!outsiders.isEmpty()) {
            throw new MentionNotInProject(outsiders);
        }
    }

    /** Added and deleted files do not make an edit stale, because an edit cannot change files. */
    private void requireVersion(Action now, ExpectedVersion expected) {
        if (expected.value() == now.version()) {
            return;
        }
        var since = actionHistoryStore.changesSince(now.workspaceId(), now.id(), expected.value());
        if (!since.affectsOnly(NOT_EDITED, now.version() - expected.value())) {
            throw new StaleVersion(now.version(), since.fields(), since.by());
        }
    }
}
