package dev.atelier.workspace.settings;

import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.http.InternalClientFactory;
import dev.atelier.kit.http.ServiceUnavailable;
import dev.atelier.kit.retention.DataExpiry;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.RetentionKind;
import dev.atelier.workspace.workspace.RetentionPeriods;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews how much a retention setting would delete. The services that store runs and reports count those. */
@Component
class PreviewRetention {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final List<DataExpiry> kinds;
    private final InternalClientFactory services;
    private final Clock clock;

    PreviewRetention(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            List<DataExpiry> kinds,
            InternalClientFactory services,
            Clock clock) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.kinds = List.copyOf(kinds);
        this.services = services;
        this.clock = clock;
    }

    /**
     * For the manager.
     *
     * @throws ServiceUnavailable if a service that counts does not answer
     */
    RetentionPreviewResponse preview(WorkspaceId workspace, RetentionPeriods retentionPeriods, UserId by) {
        membershipStore.require(workspace, by);
        workspaceStore.requireManager(workspace, by);
        return new RetentionPreviewResponse(
                countLocal(workspace, RetentionKind.ACTIONS, retentionPeriods),
                countRemote("agent-run-service", workspace, RetentionKind.RUNS, retentionPeriods, by),
                countRemote("report-service", workspace, RetentionKind.REPORTS, retentionPeriods, by),
                countLocal(workspace, RetentionKind.LOGS, retentionPeriods),
                countLocal(workspace, RetentionKind.PHOTOS, retentionPeriods));
    }

    private @Nullable Long countLocal(WorkspaceId workspace, RetentionKind kind, RetentionPeriods retentionPeriods) {
        var days = retentionPeriods.of(kind);
        if (days == null) {
            return null;
        }
        var before = clock.instant().minus(Duration.ofDays(days));
        return kinds.stream()
                .filter(one -> one.kind().equals(kind.field()))
                .mapToLong(one -> one.count(workspace, before))
                .sum();
    }

    private @Nullable Long countRemote(
            String service, WorkspaceId workspace, RetentionKind kind, RetentionPeriods retentionPeriods, UserId by) {
        var days = retentionPeriods.of(kind);
        if (days == null) {
            return null;
        }
        return services.clientFor(service)
                .onBehalfOf(by)
                .get("/internal/workspaces/{workspaceId}/retention-preview", workspace)
                .query("kind", kind.field())
                .query("days", days)
                .retrieve(ExpiringCountResponse.class)
                .count();
    }

    /** The response of the other service. */
    record ExpiringCountResponse(long count) {}

    /** How many things of each kind are older than the requested time; null if the kind was not requested. */
    record RetentionPreviewResponse(
            @Nullable Long actions,
            @Nullable Long runs,
            @Nullable Long reports,
            @Nullable Long logs,
            @Nullable Long photos) {}
}
