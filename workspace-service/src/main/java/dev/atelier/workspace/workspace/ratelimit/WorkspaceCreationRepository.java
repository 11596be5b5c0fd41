package dev.atelier.workspace.workspace.ratelimit;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WorkspaceCreationRepository extends Repository<WorkspaceCreationDocument, WorkspaceId> {
    WorkspaceCreationDocument save(WorkspaceCreationDocument workspaceCreationDocument);

    long countByByAndAtAfter(UserId by, Instant moment);

    Optional<WorkspaceCreationDocument> findFirstByByAndAtAfterOrderByAt(UserId by, Instant moment);
}
