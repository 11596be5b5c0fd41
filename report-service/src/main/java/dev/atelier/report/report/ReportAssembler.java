package dev.atelier.report.report;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.report.rendering.ReportRecipient;
import dev.atelier.report.rendering.ReportRenderer;
import dev.atelier.report.source.ProjectReportSource;
import dev.atelier.report.source.RunReportSource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the data of a report and renders it in the language and time zone of the person who requested it. */
@Component
class ReportAssembler {
    private final ProjectReportSource projects;
    private final RunReportSource runs;
    private final ReportRenderer printer;
    private final StateProjection<UserState> users;
    private final ReportGenerationSettings settings;

    ReportAssembler(
            ProjectReportSource projects,
            RunReportSource runs,
            ReportRenderer printer,
            StateProjection<UserState> users,
            ReportGenerationSettings settings) {
        this.projects = projects;
        this.runs = runs;
        this.printer = printer;
        this.users = users;
        this.settings = settings;
    }

    byte[] print(Report report) {
        var reportRecipient = reader(report.requestedBy());
        return switch (report.kind()) {
            case PROJECT ->
                printer.print(
                        projects.read(
                                report.workspaceId(),
                                report.projectId(),
                                new ProjectReportSource.ReportPeriod(
                                        report.from(), report.to(), reportRecipient.zone()),
                                settings.actions(),
                                report.requestedBy()),
                        reportRecipient);
            case RUN ->
                printer.print(
                        runs.read(
                                report.workspaceId(),
                                report.projectId(),
                                Objects.requireNonNull(report.runId()),
                                report.requestedBy()),
                        reportRecipient);
        };
    }

    private ReportRecipient reader(UserId id) {
        var user = users.find(id.toString()).orElse(null);
        return user == null
                ? new ReportRecipient("", Locale.ENGLISH, ZoneOffset.UTC)
                : new ReportRecipient(user.displayName(), locale(user.locale()), zone(user.timeZone()));
    }

    private static Locale locale(@Nullable String tag) {
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
