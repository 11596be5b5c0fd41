package dev.atelier.workspace.settings;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.MembershipState.WorkspaceRole;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.retention.RetentionPeriod;
import dev.atelier.kit.retention.RetentionStore;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.workspace.membership.MembershipStore;
import dev.atelier.workspace.workspace.RetentionKind;
import dev.atelier.workspace.workspace.WorkspaceSettings;
import dev.atelier.workspace.workspace.WorkspaceStore;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads and changes the manager's settings. A transaction that removes a member concurrently conflicts, so the settings
 * never list a removed member.
 */
@Component
class WorkspaceSettingsService {
    private final WorkspaceStore workspaceStore;
    private final MembershipStore membershipStore;
    private final RetentionStore retentionStore;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    WorkspaceSettingsService(
            WorkspaceStore workspaceStore,
            MembershipStore membershipStore,
            RetentionStore retentionStore,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.workspaceStore = workspaceStore;
        this.membershipStore = membershipStore;
        this.retentionStore = retentionStore;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    WorkspaceSettingsResponse read(WorkspaceId workspace, UserId by) {
        membershipStore.require(workspace, by);
        return WorkspaceSettingsResponse.of(workspaceStore.settings(workspace), now());
    }

    WorkspaceSettingsResponse set(
            WorkspaceId workspace, UpdateWorkspaceSettingsRequest wish, ExpectedVersion expected, UserId by) {
        var now = now();
        return transactionRunner.call(() -> {
            membershipStore.require(workspace, by);
            workspaceStore.requireManager(workspace, by);
            expected.check(workspaceStore.settings(workspace).version());
            requireMembers(workspace, wish);
            var workspaceSettings = workspaceStore.changeSettings(
                    workspace,
                    before ->
                            before.change(wish.retentionDays(), wish.agentCreation(), Set.copyOf(wish.creators()), now),
                    by);
            retentionStore.set(workspace, retentionPeriods(workspaceSettings));
            return WorkspaceSettingsResponse.of(workspaceSettings, now);
        });
    }

    private void requireMembers(WorkspaceId workspace, UpdateWorkspaceSettingsRequest wish) {
        List<UserId> creators = wish.creators();
        if (!creators.isEmpty() && wish.agentCreation() != AgentCreation.SELECTED) {
            throw InvalidInput.of("agentCreators", "must be empty unless agentCreation is SELECTED");
        }
        for (int i = 0; i < creators.size(); i++) {
            var member = membershipStore.find(workspace, creators.get(i));
            if (member.isEmpty() || member.get().role() == WorkspaceRole.SERVICE_ACCOUNT) {
                throw InvalidInput.of("agentCreators[" + i + "]", "must be a member of this workspace");
            }
        }
    }

    private static Map<String, RetentionPeriod> retentionPeriods(WorkspaceSettings workspaceSettings) {
        var keepings = new HashMap<String, RetentionPeriod>();
        for (var kind : RetentionKind.values()) {
            var days = workspaceSettings.retention().of(kind);
            if (days != null) {
                keepings.put(
                        kind.field(),
                        new RetentionPeriod(days, workspaceSettings.from().get(kind)));
            }
        }
        return keepings;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
