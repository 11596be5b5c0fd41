package dev.atelier.workspace.settings;

import dev.atelier.events.AgentCreation;
import dev.atelier.events.MembershipState.Role;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.retention.Keeping;
import dev.atelier.kit.retention.Retentions;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.workspace.membership.Memberships;
import dev.atelier.workspace.rule.Kept;
import dev.atelier.workspace.rule.Rules;
import dev.atelier.workspace.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads and sets what the manager decides; who is removed at the same moment is not named by it. */
@Component
class Deciding {
    private final Workspaces workspaces;
    private final Memberships memberships;
    private final Retentions retentions;
    private final Transactions transactions;
    private final Clock clock;

    Deciding(
            Workspaces workspaces,
            Memberships memberships,
            Retentions retentions,
            Transactions transactions,
            Clock clock) {
        this.workspaces = workspaces;
        this.memberships = memberships;
        this.retentions = retentions;
        this.transactions = transactions;
        this.clock = clock;
    }

    SettingsView read(WorkspaceId workspace, UserId by) {
        memberships.demand(workspace, by);
        return SettingsView.of(workspaces.rules(workspace), now());
    }

    SettingsView set(WorkspaceId workspace, SettingsWish wish, ExpectedVersion expected, UserId by) {
        var now = now();
        return transactions.call(() -> {
            memberships.demand(workspace, by);
            workspaces.demandManager(workspace, by);
            expected.check(workspaces.rules(workspace).version());
            demandMembers(workspace, wish);
            var rules = workspaces.decide(
                    workspace,
                    before -> before.decide(wish.retention(), wish.agentCreation(), Set.copyOf(wish.creators()), now),
                    by);
            retentions.set(workspace, keepings(rules));
            return SettingsView.of(rules, now);
        });
    }

    private void demandMembers(WorkspaceId workspace, SettingsWish wish) {
        List<UserId> creators = wish.creators();
        if (!creators.isEmpty() && wish.agentCreation() != AgentCreation.SELECTED) {
            throw InvalidInput.of("agentCreators", "must be empty unless agentCreation is SELECTED");
        }
        for (int i = 0; i < creators.size(); i++) {
            var member = memberships.lasting(workspace, creators.get(i));
            if (member.isEmpty() || member.get().role() == Role.SERVICE_ACCOUNT) {
                throw InvalidInput.of("agentCreators[" + i + "]", "must be a member of this workspace");
            }
        }
    }

    private static Map<String, Keeping> keepings(Rules rules) {
        var keepings = new HashMap<String, Keeping>();
        for (var kind : Kept.values()) {
            var days = rules.retention().of(kind);
            if (days != null) {
                keepings.put(kind.field(), new Keeping(days, rules.from().get(kind)));
            }
        }
        return keepings;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
