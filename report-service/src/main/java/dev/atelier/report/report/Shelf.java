package dev.atelier.report.report;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import dev.atelier.report.file.ReportFiles;
import dev.atelier.report.file.StoredFile;
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

/** Reading reports, for those who may read their project. */
@Component
class Shelf {
    private static final ReportId AFTER_ALL = new ReportId(new UUID(-1, -1));

    private final Reports reports;
    private final ReportFiles files;
    private final Access access;

    Shelf(Reports reports, ReportFiles files, Access access) {
        this.reports = reports;
        this.files = files;
        this.access = access;
    }

    Page<Report> list(WorkspaceId workspace, @Nullable ProjectId project, PageRequest page, UserId by) {
        var before = page.cursor() == null ? AFTER_ALL : page.cursor().id(0, ReportId.class);
        var limit = Limit.of(page.limitAndOne());
        var read = readable(workspace, project, by)
                .map(projects -> reports.findByWorkspaceIdAndProjectIdInAndIdLessThanOrderByIdDesc(
                        workspace, projects, before, limit))
                .orElseGet(() -> reports.findByWorkspaceIdAndIdLessThanOrderByIdDesc(workspace, before, limit));
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
        return new Opened(name(report), file, files.open(file.key()));
    }

    /** Of the file that somebody saves: what it is and of which day. */
    private static String name(Report report) {
        return "%s report %s.pdf"
                .formatted(
                        report.kind().name().toLowerCase(Locale.ROOT),
                        LocalDate.ofInstant(report.requestedAt(), ZoneOffset.UTC));
    }

    /** The projects whose reports are asked for; empty where it is all of them. */
    private Optional<Set<ProjectId>> readable(WorkspaceId workspace, @Nullable ProjectId project, UserId by) {
        if (project != null) {
            access.participant(workspace, project, by);
            return Optional.of(Set.of(project));
        }
        return access.readableProjects(workspace, by);
    }

    /**
     * A document on its way out; whoever reads it closes it.
     *
     * @param name to save it under
     */
    record Opened(String name, StoredFile file, InputStream content) {}
}
