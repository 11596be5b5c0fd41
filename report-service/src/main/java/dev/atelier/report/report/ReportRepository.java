package dev.atelier.report.report;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Repository of reports. */
interface ReportRepository extends Repository<Report, ReportId> {
    Report save(Report report);

    Optional<Report> findByWorkspaceIdAndId(WorkspaceId workspaceId, ReportId id);

    /** Newest first. */
    List<Report> findByWorkspaceIdAndProjectIdInAndIdLessThanOrderByIdDesc(
            WorkspaceId workspaceId, Collection<ProjectId> projects, ReportId before, Limit limit);

    /** Newest first. */
    List<Report> findByWorkspaceIdAndIdLessThanOrderByIdDesc(WorkspaceId workspaceId, ReportId before, Limit limit);
}
