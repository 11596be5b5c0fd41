package dev.atelier.workspace.settings;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClients;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.retention.Expiring;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.rule.Kept;
import dev.atelier.workspace.rule.Retention;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says beforehand how much a retention would delete; runs and reports are counted by the services that keep them. */
@Component
class Previewing {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final List<Expiring> kinds;
    private final InternalClients services;
    private final Clock clock;

    Previewing(
            Workspaces workspaces,
            Memberships memberships,
            List<Expiring> kinds,
            InternalClients services,
            Clock clock) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.kinds = List.copyOf(kinds);
        this.services = services;
        this.clock = clock;
    }

    /**
     * For the manager.
     *
     * @throws ServiceUnavailable where a service that counts does not answer
     */
    PreviewView preview(WorkspaceId workspace, Retention retention, UserId by) {
        memberships.demand(workspace, by);
        workspaces.demandManager(workspace, by);
        return new PreviewView(
                here(workspace, Kept.ACTIONS, retention),
                there("agent-run-service", workspace, Kept.RUNS, retention, by),
                there("report-service", workspace, Kept.REPORTS, retention, by),
                here(workspace, Kept.LOGS, retention),
                here(workspace, Kept.PHOTOS, retention));
    }

    private @Nullable Long here(WorkspaceId workspace, Kept kind, Retention retention) {
        var days = retention.of(kind);
        if (days == null) {
            return null;
        }
        var before = clock.instant().minus(Duration.ofDays(days));
        return kinds.stream()
                .filter(one -> one.kind().equals(kind.field()))
                .mapToLong(one -> one.count(workspace, before))
                .sum();
    }

    private @Nullable Long there(String service, WorkspaceId workspace, Kept kind, Retention retention, UserId by) {
        var days = retention.of(kind);
        if (days == null) {
            return null;
        }
        return services.to(service)
                .onBehalfOf(by)
                .get("/internal/workspaces/{w}/expiring", workspace)
                .query("kind", kind.field())
                .query("days", days)
                .as(Counted.class)
                .count();
    }

    /** What the other service answers. */
    record Counted(long count) {}

    /** How many of each kind are older than was asked; null where the kind was not asked for. */
    record PreviewView(
            @Nullable Long actions,
            @Nullable Long runs,
            @Nullable Long reports,
            @Nullable Long logs,
            @Nullable Long photos) {}
}
