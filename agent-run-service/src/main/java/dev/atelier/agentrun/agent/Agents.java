package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ModelConnections;
import dev.atelier.agentrun.tool.Tools;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.Access;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.Transactions;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.web.Cursors;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.InvalidInput;
import dev.atelier.kit.web.NotFound;
import dev.atelier.kit.web.Page;
import dev.atelier.kit.web.PageRequest;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Drafting, changing and publishing agents. */
@Component
class Agents {
    /** Most agents of one workspace. */
    static final int MAX = 500;

    private final AgentRepository agents;
    private final AgentVersionRepository versions;
    private final AgentChangeRepository changes;
    private final ModelConnections connections;
    private final Tools tools;
    private final Access access;
    private final Makers makers;
    private final LimitGuard guard;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    Agents(
            AgentRepository agents,
            AgentVersionRepository versions,
            AgentChangeRepository changes,
            ModelConnections connections,
            Tools tools,
            Access access,
            Makers makers,
            LimitGuard guard,
            Outbox outbox,
            Transactions transactions,
            Clock clock) {
        this.agents = agents;
        this.versions = versions;
        this.changes = changes;
        this.connections = connections;
        this.tools = tools;
        this.access = access;
        this.makers = makers;
        this.guard = guard;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Lets members pass who may make agents; not found for strangers. */
    void demandMaker(WorkspaceId workspace, UserId by) {
        makers.demand(access.member(workspace, by));
    }

    Agent draft(WorkspaceId workspace, String name, Definition draft, UserId by) {
        makers.demand(access.member(workspace, by));
        check(workspace, draft);
        return transactions.call(() -> {
            access.rely(workspace, by);
            requireRoom(workspace);
            return keep(Agent.drafted(workspace, name, draft, by, clock.instant()), by);
        });
    }

    private void requireRoom(WorkspaceId workspace) {
        guard.write("agents", workspace);
        if (agents.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyAgents(MAX);
        }
    }

    /** Changes the draft; what stays equal makes no new revision. */
    Agent change(
            WorkspaceId workspace, AgentId id, ExpectedVersion expected, Function<Agent, Change> change, UserId by) {
        var member = access.member(workspace, by);
        return transactions.call(() -> {
            var agent = agent(workspace, id);
            makers.demand(member);
            expected.check(agent.versionNumber());
            var wanted = change.apply(agent);
            check(workspace, wanted.draft());
            var changed = agent.changed(wanted.name(), wanted.draft(), member, clock.instant());
            return changed.equals(agent) ? agent : keep(changed, by);
        });
    }

    AgentVersion publish(WorkspaceId workspace, AgentId id, ExpectedVersion expected, UserId by) {
        var member = access.member(workspace, by);
        return transactions.call(() -> {
            var agent = agent(workspace, id);
            makers.demand(member);
            expected.check(agent.versionNumber());
            check(workspace, agent.draft());
            var published = agents.save(agent.publish(member, clock.instant()));
            outbox.append(published.publishedFact(by), published.published());
            return versions.save(published.newestVersion(by, clock.instant()));
        });
    }

    Agent get(WorkspaceId workspace, AgentId id, UserId by) {
        access.member(workspace, by);
        return agent(workspace, id);
    }

    Page<Agent> list(WorkspaceId workspace, PageRequest page, UserId by) {
        access.member(workspace, by);
        var limit = Limit.of(page.limitAndOne());
        var read = page.cursor() == null
                ? agents.findByWorkspaceIdOrderByIdDesc(workspace, limit)
                : agents.findByWorkspaceIdAndIdLessThanOrderByIdDesc(
                        workspace, page.cursor().id(0, AgentId.class), limit);
        return Page.of(read, page, agent -> Cursors.of(agent.id()));
    }

    Page<AgentVersion> versions(WorkspaceId workspace, AgentId id, PageRequest page, UserId by) {
        get(workspace, id, by);
        var read = versions.findByWorkspaceIdAndAgentIdAndNumberLessThanOrderByNumberDesc(
                workspace, id, before(page), Limit.of(page.limitAndOne()));
        return Page.of(read, page, version -> Cursors.of(version.number()));
    }

    Page<AgentChange> changes(WorkspaceId workspace, AgentId id, PageRequest page, UserId by) {
        get(workspace, id, by);
        var read = changes.findByWorkspaceIdAndAgentIdAndRevisionLessThanOrderByRevisionDesc(
                workspace, id, before(page), Limit.of(page.limitAndOne()));
        return Page.of(read, page, change -> Cursors.of(change.revision()));
    }

    private static int before(PageRequest page) {
        return page.cursor() == null ? Integer.MAX_VALUE : page.cursor().as(0, Integer::valueOf);
    }

    private Agent agent(WorkspaceId workspace, AgentId id) {
        return agents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    private Agent keep(Agent agent, UserId by) {
        changes.save(AgentChange.of(agent, by));
        return agents.save(agent);
    }

    private void check(WorkspaceId workspace, Definition draft) {
        for (int i = 0; i < draft.tools().size(); i++) {
            if (tools.named(draft.tools().get(i).tool()).isEmpty()) {
                throw InvalidInput.of("tools[" + i + "].tool", "must be the name of a tool, see GET …/tools");
            }
        }
        if (!connections.has(workspace, draft.modelConnectionId())) {
            throw InvalidInput.of("model", ModelName.RULE);
        }
    }

    /** What an agent is to become. */
    record Change(String name, Definition draft) {}
}
