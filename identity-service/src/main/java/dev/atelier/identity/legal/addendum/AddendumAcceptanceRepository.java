package dev.atelier.identity.legal.addendum;

import dev.atelier.events.id.WorkspaceId;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AddendumAcceptanceRepository extends Repository<AddendumAcceptance, String> {
    AddendumAcceptance insert(AddendumAcceptance acceptance);

    Optional<AddendumAcceptance> findFirstByWorkspaceIdOrderByNumberDesc(WorkspaceId workspace);

    boolean existsByWorkspaceIdAndNumber(WorkspaceId workspace, int number);
}
