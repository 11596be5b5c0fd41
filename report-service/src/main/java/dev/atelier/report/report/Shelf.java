package dev.atelier.report.report;

import dev.atelier.events.ProjectState;
import dev.atelier.events.ReportEvent.Kind;
import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.report.file.ReportFiles;
import dev.atelier.report.file.StoredFile;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reading reports, for those who may read their project. */
@Component
class Shelf {
    private static final ReportId AFTER_ALL = new ReportId(new UUID(-1, -1));

    private final Reports reports;
    private final ReportFiles files;
    private final Access access;
    private final StateProjection<ProjectState> projects;

    Shelf(Reports reports, ReportFiles files, Access access, StateProjection<ProjectState> projects) {
        this.reports = reports;
        this.files = files;
        this.access = access;
        this.projects = projects;
    }

    /** Lets pass who may read the project's reports; not found for everybody else. */
    void demandReader(WorkspaceId workspace, ProjectId project, UserId by) {
        access.participant(workspace, project, by);
    }

    Page<Report> list(WorkspaceId workspace, @Nullable ProjectId project, PageRequest page, UserId by) {
        var before = page.cursor() == null ? AFTER_ALL : page.cursor().id(0, ReportId.class);
        var read = reports.findByWorkspaceIdAndProjectIdInAndIdLessThanOrderByIdDesc(
                workspace, visible(workspace, project, by), before, Limit.of(page.limitAndOne()));
        return Page.of(read, page, report -> Cursors.of(report.id()));
    }

    /** The report, where the reader may see its project; else not found. */
    Report get(WorkspaceId workspace, ReportId id, UserId by) {
        access.member(workspace, by);
        var report = reports.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
        access.participant(workspace, report.projectId(), by);
        return report;
    }

    Opened open(WorkspaceId workspace, ReportId id, UserId by) {
        var report = get(workspace, id, by);
        var file = report.file();
        if (file == null) {
            throw new NotReadyYet(report.state());
        }
        return new Opened(report.kind(), file, files.open(file.key()));
    }

    private List<ProjectId> visible(WorkspaceId workspace, @Nullable ProjectId project, UserId by) {
        if (project != null) {
            access.participant(workspace, project, by);
            return List.of(project);
        }
        var all = access.member(workspace, by).manager();
        return projects.where("workspaceId", workspace).stream()
                .filter(one -> all || one.participants().contains(by))
                .map(ProjectState::projectId)
                .toList();
    }

    /** A document on its way out; whoever reads it closes it. */
    record Opened(Kind kind, StoredFile file, InputStream content) {}
}
