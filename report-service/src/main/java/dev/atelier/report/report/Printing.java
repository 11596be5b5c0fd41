package dev.atelier.report.report;

import dev.atelier.events.UserState;
import dev.atelier.events.id.UserId;
import dev.atelier.kit.state.StateProjection;
import dev.atelier.report.rendering.Reader;
import dev.atelier.report.rendering.ReportPrinter;
import dev.atelier.report.source.ProjectSource;
import dev.atelier.report.source.RunSource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a wish into a document in the language and time zone of whoever asked. */
@Component
class Printing {
    private final ProjectSource projects;
    private final RunSource runs;
    private final ReportPrinter printer;
    private final StateProjection<UserState> users;
    private final MakingSettings settings;

    Printing(
            ProjectSource projects,
            RunSource runs,
            ReportPrinter printer,
            StateProjection<UserState> users,
            MakingSettings settings) {
        this.projects = projects;
        this.runs = runs;
        this.printer = printer;
        this.users = users;
        this.settings = settings;
    }

    byte[] print(Report report) {
        var reader = reader(report.requestedBy());
        return switch (report.kind()) {
            case PROJECT ->
                printer.print(
                        projects.read(
                                report.workspaceId(),
                                report.projectId(),
                                new ProjectSource.Period(report.from(), report.to(), reader.zone()),
                                settings.actions(),
                                report.requestedBy()),
                        reader);
            case RUN ->
                printer.print(
                        runs.read(
                                report.workspaceId(),
                                report.projectId(),
                                Objects.requireNonNull(report.runId()),
                                report.requestedBy()),
                        reader);
        };
    }

    private Reader reader(UserId id) {
        var user = users.find(id.toString()).orElse(null);
        return user == null
                ? new Reader("", Locale.ENGLISH, ZoneOffset.UTC)
                : new Reader(user.displayName(), locale(user.locale()), zone(user.timeZone()));
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
