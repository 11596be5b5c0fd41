package dev.atelier.report.source;

import dev.atelier.events.id.ProjectId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.report.rendering.ProjectReport;
import dev.atelier.report.rendering.ProjectReport.Item;
import dev.atelier.report.rendering.ProjectReport.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A project's actions, streamed from workspace-service. */
@Component
public class ProjectSource {
    private final InternalClients clients;
    private final Access access;
    private final Names names;
    private final Clock clock;

    ProjectSource(InternalClients clients, Access access, Names names, Clock clock) {
        this.clients = clients;
        this.access = access;
        this.names = names;
        this.clock = clock;
    }

    /**
     * What the report of a project says about a period: the actions that last changed in it.
     *
     * @throws TooManyActions where there are more than {@code limit}
     */
    public ProjectReport read(WorkspaceId workspace, ProjectId project, Period period, int limit, UserId by) {
        var items = new ArrayList<Item>();
        clients.to("workspace-service")
                .onBehalfOf(by)
                .get("/internal/workspaces/{w}/projects/{p}/actions", workspace, project)
                .lines(Action.class, action -> {
                    if (period.holds(action.changedAt())) {
                        if (items.size() == limit) {
                            throw new TooManyActions(limit);
                        }
                        items.add(item(action));
                    }
                });
        var now = clock.instant();
        return new ProjectReport(
                access.workspaceName(workspace),
                access.projectName(workspace, project),
                period.from(),
                period.to(),
                now,
                LocalDate.ofInstant(now, period.zone()),
                items);
    }

    private Item item(Action action) {
        return new Item(
                action.title(),
                action.state(),
                action.priority(),
                action.assignees().stream()
                        .map(one -> new Person(one, names.of(one)))
                        .toList(),
                action.due(),
                action.changedAt());
    }

    /** Days in the reader's time zone, both inclusive; null for an open end. */
    public record Period(@Nullable LocalDate from, @Nullable LocalDate to, ZoneId zone) {
        boolean holds(Instant instant) {
            var day = LocalDate.ofInstant(instant, zone);
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** One line of the other side's answer. */
    private record Action(
            String title,
            ProjectReport.State state,
            ProjectReport.Priority priority,
            List<UserId> assignees,
            @Nullable LocalDate due,
            Instant changedAt) {}
}
