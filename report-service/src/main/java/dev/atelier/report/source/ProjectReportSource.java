package dev.atelier.report.source;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.report.rendering.ProjectReport;
import dev.atelier.report.rendering.ProjectReport.ReportItem;
import dev.atelier.report.rendering.ProjectReport.ReportPerson;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a project's actions from workspace-service as a stream. */
@Component
public class ProjectReportSource {
    private final InternalClientFactory clients;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final DisplayNameResolver displayNameResolver;
    private final Clock clock;

    ProjectReportSource(
            InternalClientFactory clients,
            WorkspaceAuthorization workspaceAuthorization,
            DisplayNameResolver displayNameResolver,
            Clock clock) {
        this.clients = clients;
        this.workspaceAuthorization = workspaceAuthorization;
        this.displayNameResolver = displayNameResolver;
        this.clock = clock;
    }

    /**
     * Returns the content of a project's report for a period: the actions whose last change is in it.
     *
     * @throws TooManyActions when there are more than {@code limit}
     */
    public ProjectReport read(WorkspaceId workspace, ProjectId project, ReportPeriod period, int limit, UserId by) {
        var items = new ArrayList<ReportItem>();
        clients.clientFor("workspace-service")
                .onBehalfOf(by)
                .get("/internal/workspaces/{workspaceId}/projects/{projectId}/actions", workspace, project)
                .readLines(ReportedActionPayload.class, reportedActionPayload -> {
                    if (period.contains(reportedActionPayload.changedAt())) {
                        if (items.size() == limit) {
                            throw new TooManyActions(limit);
                        }
                        items.add(item(reportedActionPayload));
                    }
                });
        var now = clock.instant();
        return new ProjectReport(
                workspaceAuthorization.workspaceName(workspace),
                workspaceAuthorization.projectName(workspace, project),
                period.from(),
                period.to(),
                now,
                LocalDate.ofInstant(now, period.zone()),
                items);
    }

    private ReportItem item(ReportedActionPayload reportedActionPayload) {
        return new ReportItem(
                reportedActionPayload.title(),
                reportedActionPayload.state(),
                reportedActionPayload.priority(),
                reportedActionPayload.assignees().stream()
                        .map(one -> new ReportPerson(one, displayNameResolver.of(one)))
                        .toList(),
                reportedActionPayload.due(),
                reportedActionPayload.changedAt());
    }

    /** A period of days in the reader's time zone, both inclusive; null for an open end. */
    public record ReportPeriod(
            @Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        boolean contains(Instant instant) {
            var day = LocalDate.ofInstant(instant, zone);
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** One line of workspace-service's response. */
    private record ReportedActionPayload(
            String title,
            ProjectReport.ItemState state,
            ProjectReport.ItemPriority priority,
            List<UserId> assignees,
            @Nullable LocalDate due,
            Instant changedAt) {}
}
