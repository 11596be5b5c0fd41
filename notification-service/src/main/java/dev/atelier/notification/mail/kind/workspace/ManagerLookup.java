package dev.atelier.notification.mail.kind.workspace;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the manager of a workspace. */
@Component
public class ManagerLookup {
    private final WorkspaceAuthorization workspaceAuthorization;

    ManagerLookup(WorkspaceAuthorization workspaceAuthorization) {
        this.workspaceAuthorization = workspaceAuthorization;
    }

    /** Returns the manager; empty if the workspace is not known: a deleted workspace needs no mail. */
    public Optional<UserId> find(WorkspaceId workspace) {
        try {
            return Optional.of(workspaceAuthorization.managerOf(workspace));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }
}
