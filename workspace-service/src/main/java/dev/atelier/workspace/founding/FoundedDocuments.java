package dev.atelier.workspace.founding;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface FoundedDocuments extends Repository<Founded, WorkspaceId> {
    Founded save(Founded founded);

    long countByByAndAtAfter(UserId by, Instant moment);

    Optional<Founded> findFirstByByAndAtAfterOrderByAt(UserId by, Instant moment);
}
