package dev.atelier.workspace.project;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ProjectRepository extends Repository<Project, ProjectId> {
    Project save(Project project);

    Optional<Project> findByWorkspaceIdAndId(WorkspaceId workspace, ProjectId id);

    List<Project> findByWorkspaceId(WorkspaceId workspace, Limit limit);

    long countByWorkspaceId(WorkspaceId workspace);

    long countByWorkspaceIdAndParticipants(WorkspaceId workspace, UserId participant);

    boolean existsByWorkspaceIdAndParticipants(WorkspaceId workspace, UserId participant);

    void deleteByWorkspaceIdAndId(WorkspaceId workspace, ProjectId id);

    List<Project> findByWorkspaceIdAndParticipants(WorkspaceId workspace, UserId participant, Limit limit);

    List<Project> findByWorkspaceIdAndIdGreaterThanOrderById(WorkspaceId workspace, ProjectId after, Limit limit);

    List<Project> findByWorkspaceIdAndParticipantsAndIdGreaterThanOrderById(
            WorkspaceId workspace, UserId participant, ProjectId after, Limit limit);
}
