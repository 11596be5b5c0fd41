package dev.atelier.kit.deletion;

import dev.atelier.events.WorkspaceEvent.ProjectDeleted;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.kit.inbox.DomainEventHandler;
import java.time.Duration;

/**
 * Accepts deletions of projects and workspaces. The settling time of one minute covers whatever an instance that has
 * not yet consumed the event starts in the meantime.
 */
final class DeletionEventHandler implements DomainEventHandler {
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final DeletionStore deletionStore;

    DeletionEventHandler(DeletionStore deletionStore) {
        this.deletionStore = deletionStore;
    }

    void on(ProjectDeleted deleted) {
        deletionStore.accept(
                DeletionTarget.project(deleted.workspaceId(), deleted.projectId()), deleted.by(), 0, SETTLING);
    }

    void on(WorkspaceDeleted deleted) {
        deletionStore.accept(DeletionTarget.workspace(deleted.workspaceId()), deleted.by(), 0, SETTLING);
    }
}
