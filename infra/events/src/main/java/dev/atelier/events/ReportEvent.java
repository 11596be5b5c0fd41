package dev.atelier.events;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.ReportId;
import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import org.jspecify.annotations.Nullable;

/** Events about reports. Key: the workspace. */
@Topic(value = "report.events", source = "/report-service")
public sealed interface ReportEvent extends DomainEvent {
    @Override
    WorkspaceId workspaceId();

    @Override
    default String key() {
        return workspaceId().toString();
    }

    /** A user requested a report. */
    @CloudEventType("report.report-requested")
    record ReportRequested(
            WorkspaceId workspaceId,
            ReportId reportId,
            ReportKind kind,
            ProjectId projectId,
            @Nullable RunId runId,
            UserId requestedBy)
            implements ReportEvent {
        @Override
        public String subject() {
            return "reports/" + reportId;
        }
    }

    /** The report is stored and can be read. */
    @CloudEventType("report.report-ready")
    record ReportReady(
            WorkspaceId workspaceId,
            ReportId reportId,
            ReportKind kind,
            ProjectId projectId,
            @Nullable RunId runId,
            UserId requestedBy,
            boolean mailWanted)
            implements ReportEvent {
        @Override
        public String subject() {
            return "reports/" + reportId;
        }
    }

    /** The report could not be generated. */
    @CloudEventType("report.report-failed")
    record ReportFailed(
            WorkspaceId workspaceId,
            ReportId reportId,
            ReportKind kind,
            ProjectId projectId,
            @Nullable RunId runId,
            UserId requestedBy,
            @NotPersonal("a code of the documentation") String code)
            implements ReportEvent {
        @Override
        public String subject() {
            return "reports/" + reportId;
        }
    }

    /** What a report is about. */
    enum ReportKind {
        PROJECT,
        RUN
    }
}
