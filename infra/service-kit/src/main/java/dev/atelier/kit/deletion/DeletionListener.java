package dev.atelier.kit.deletion;

import dev.atelier.events.WorkspaceEvent.ProjectDeleted;
import dev.atelier.events.WorkspaceEvent.WorkspaceDeleted;
import dev.atelier.kit.inbox.EventListener;
import java.time.Duration;

/** Hears of deletions. What somebody begins here who has not heard of one yet has ended a minute later. */
final class DeletionListener implements EventListener {
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final Deletions deletions;

    DeletionListener(Deletions deletions) {
        this.deletions = deletions;
    }

    void on(ProjectDeleted deleted) {
        deletions.accept(Deleted.project(deleted.workspaceId(), deleted.projectId()), deleted.by(), 0, SETTLING);
    }

    void on(WorkspaceDeleted deleted) {
        deletions.accept(Deleted.workspace(deleted.workspaceId()), deleted.by(), 0, SETTLING);
    }
}
