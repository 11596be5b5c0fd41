package dev.atelier.workspace.action.savedview;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.project.ParticipationEndListener;
import dev.atelier.workspace.project.ProjectStore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The saved views of all projects. Everybody in the project sees, changes and deletes shared views; the others belong
 * to their owner and are deleted when the owner leaves the project.
 */
@Component
class SavedViewService implements ParticipationEndListener {
    /** The most shared views of one project. */
    static final int MAX_SHARED = 100;

    /** The most views that one person has in one project besides the shared ones. */
    static final int MAX_OWN = 50;

    private final SavedViewRepository documents;
    private final ProjectStore projectStore;
    private final MembershipStore membershipStore;
    private final LimitGuard guard;
    private final TransactionRunner transactionRunner;

    SavedViewService(
            SavedViewRepository documents,
            ProjectStore projectStore,
            MembershipStore membershipStore,
            LimitGuard guard,
            TransactionRunner transactionRunner) {
        this.documents = documents;
        this.projectStore = projectStore;
        this.membershipStore = membershipStore;
        this.guard = guard;
        this.transactionRunner = transactionRunner;
    }

    SavedView save(WorkspaceId workspace, ProjectId project, CreateSavedViewRequest view, UserId by) {
        return transactionRunner.call(() -> {
            requireAccess(workspace, project, by);
            var filter = view.filter() == null ? SavedViewFilter.ALL : view.filter();
            filter.validate();
            var saved = new SavedView(
                    SavedViewId.next(),
                    null,
                    workspace,
                    project,
                    by,
                    view.name().strip(),
                    Boolean.TRUE.equals(view.shared()),
                    filter,
                    view.sort() == null ? "created" : view.sort(),
                    view.direction() == null ? "asc" : view.direction(),
                    1);
            requireWithinLimit(saved);
            return documents.save(saved);
        });
    }

    SavedView change(
            WorkspaceId workspace,
            ProjectId project,
            SavedViewId id,
            UpdateSavedViewRequest patch,
            ExpectedVersion expected,
            UserId by) {
        return transactionRunner.call(() -> {
            requireAccess(workspace, project, by);
            var before = requireVisible(workspace, project, id, by);
            expected.check(before.version());
            if (patch.filter() != null) {
                patch.filter().validate();
            }
            var after = before.change(patch, by);
            if (after.shared() != before.shared()) {
                requireWithinLimit(after);
            }
            return documents.save(after);
        });
    }

    void delete(WorkspaceId workspace, ProjectId project, SavedViewId id, ExpectedVersion expected, UserId by) {
        transactionRunner.run(() -> {
            requireAccess(workspace, project, by);
            var view = requireVisible(workspace, project, id, by);
            expected.check(view.version());
            documents.deleteByWorkspaceIdAndProjectIdAndId(workspace, project, view.id());
        });
    }

    SavedView read(WorkspaceId workspace, ProjectId project, SavedViewId id, UserId by) {
        projectStore.requireReader(workspace, project, by);
        return requireVisible(workspace, project, id, by);
    }

    /** Returns the views that the person can see, in the order of creation. */
    List<SavedView> all(WorkspaceId workspace, ProjectId project, UserId by) {
        projectStore.requireReader(workspace, project, by);
        return Stream.concat(
                        documents.findByWorkspaceIdAndProjectIdAndSharedTrueOrderById(workspace, project).stream(),
                        documents
                                .findByWorkspaceIdAndProjectIdAndOwnerAndSharedFalseOrderById(workspace, project, by)
                                .stream())
                .sorted(Comparator.comparing(view -> view.id().toString()))
                .toList();
    }

    @Override
    public void ended(WorkspaceId workspace, ProjectId project, UserId participant, UserId by) {
        documents.deleteByWorkspaceIdAndProjectIdAndOwnerAndSharedFalse(workspace, project, participant);
    }

    private void requireAccess(WorkspaceId workspace, ProjectId project, UserId by) {
        projectStore.requireReader(workspace, project, by);
        membershipStore.lockMembership(workspace, by);
    }

    private SavedView requireVisible(WorkspaceId workspace, ProjectId project, SavedViewId id, UserId by) {
        return documents
                .findByWorkspaceIdAndProjectIdAndId(workspace, project, id)
                .filter(view -> view.visibleTo(by))
                .orElseThrow(NotFound::new);
    }

    /** Checks that one more view is allowed. */
    private void requireWithinLimit(SavedView one) {
        guard.write("views", one.projectId());
        int there = one.shared()
                ? documents
                        .findByWorkspaceIdAndProjectIdAndSharedTrueOrderById(one.workspaceId(), one.projectId())
                        .size()
                : documents
                        .findByWorkspaceIdAndProjectIdAndOwnerAndSharedFalseOrderById(
                                one.workspaceId(), one.projectId(), one.owner())
                        .size();
        int limit = one.shared() ? MAX_SHARED : MAX_OWN;
        if (there >= limit) {
            throw new TooManySavedViews(limit);
        }
    }
}
