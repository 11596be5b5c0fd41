package dev.atelier.report.report;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.PageCursorCodec;
import dev.atelier.report.file.ReportFileStore;
import dev.atelier.report.file.StoredReportFile;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Reads reports for people who may read their project. */
@Component
class ReportQueries {
    private static final ReportId AFTER_ALL = new ReportId(new UUID(-1, -1));

    private final ReportRepository reportRepository;
    private final ReportFileStore files;
    private final WorkspaceAuthorization workspaceAuthorization;

    ReportQueries(
            ReportRepository reportRepository, ReportFileStore files, WorkspaceAuthorization workspaceAuthorization) {
        this.reportRepository = reportRepository;
        this.files = files;
        this.workspaceAuthorization = workspaceAuthorization;
    }

    CursorPage<Report> list(WorkspaceId workspace, @Nullable ProjectId project, CursorPageRequest page, UserId by) {
        var before = page.cursor() == null ? AFTER_ALL : page.cursor().id(0, ReportId.class);
        var limit = Limit.of(page.limitPlusOne());
        var read = readable(workspace, project, by)
                .map(projects -> reportRepository.findByWorkspaceIdAndProjectIdInAndIdLessThanOrderByIdDesc(
                        workspace, projects, before, limit))
                .orElseGet(
                        () -> reportRepository.findByWorkspaceIdAndIdLessThanOrderByIdDesc(workspace, before, limit));
        return CursorPage.of(read, page, report -> PageCursorCodec.of(report.id()));
    }

    /** Returns the report if the reader may see its project; else not found. */
    Report get(WorkspaceId workspace, ReportId id, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        var report = reportRepository.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
        workspaceAuthorization.requireParticipant(workspace, report.projectId(), by);
        return report;
    }

    OpenedReport open(WorkspaceId workspace, ReportId id, UserId by) {
        var report = get(workspace, id, by);
        var file = report.file();
        if (file == null) {
            throw new ReportNotReady(report.state());
        }
        return new OpenedReport(name(report), file, files.open(file.key()));
    }

    /** Returns the name of the downloaded file: kind of report and date. */
    private static String name(Report report) {
        return "%s report %s.pdf"
                .formatted(
                        report.kind().name().toLowerCase(Locale.ROOT),
                        LocalDate.ofInstant(report.requestedAt(), ZoneOffset.UTC));
    }

    /** Returns the projects whose reports are listed; empty for all projects. */
    private Optional<Set<ProjectId>> readable(WorkspaceId workspace, @Nullable ProjectId project, UserId by) {
        if (project != null) {
            workspaceAuthorization.requireParticipant(workspace, project, by);
            return Optional.of(Set.of(project));
        }
        return workspaceAuthorization.findReadableProjects(workspace, by);
    }

    /**
     * An open file; the caller closes it.
     *
     * @param name file name of the download
     */
    record OpenedReport(String name, StoredReportFile file, InputStream content) {}
}
