package dev.atelier.workspace.workspace;

import dev.atelier.events.id.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface WorkspaceRepository extends Repository<Workspace, WorkspaceId> {
    Workspace save(Workspace workspace);

    Optional<Workspace> findById(WorkspaceId id);

    boolean existsById(WorkspaceId id);

    void deleteById(WorkspaceId id);

    List<Workspace> findByIdIn(Collection<WorkspaceId> ids);
}
