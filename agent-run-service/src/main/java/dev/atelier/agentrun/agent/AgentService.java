package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.model.ModelConnectionService;
import dev.atelier.agentrun.tool.ToolRegistry;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.access.WorkspaceAuthorization;
import dev.atelier.kit.mongo.LimitGuard;
import dev.atelier.kit.mongo.TransactionRunner;
import dev.atelier.kit.outbox.Outbox;
import dev.atelier.kit.problem.InvalidInput;
import dev.atelier.kit.problem.NotFound;
import dev.atelier.kit.web.CursorPage;
import dev.atelier.kit.web.CursorPageRequest;
import dev.atelier.kit.web.ExpectedVersion;
import dev.atelier.kit.web.PageCursorCodec;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Creates, changes, publishes and reads agents. */
@Component
class AgentService {
    /** Maximum number of agents in a workspace. */
    static final int MAX = 500;

    private final AgentRepository agents;
    private final AgentVersionRepository versions;
    private final AgentRevisionRepository changes;
    private final ModelConnectionService connections;
    private final ToolRegistry toolRegistry;
    private final WorkspaceAuthorization workspaceAuthorization;
    private final AgentCreationPolicy agentCreationPolicy;
    private final LimitGuard guard;
    private final Outbox outbox;
    private final TransactionRunner transactionRunner;
    private final Clock clock;

    AgentService(
            AgentRepository agents,
            AgentVersionRepository versions,
            AgentRevisionRepository changes,
            ModelConnectionService connections,
            ToolRegistry toolRegistry,
            WorkspaceAuthorization workspaceAuthorization,
            AgentCreationPolicy agentCreationPolicy,
            LimitGuard guard,
            Outbox outbox,
            TransactionRunner transactionRunner,
            Clock clock) {
        this.agents = agents;
        this.versions = versions;
        this.changes = changes;
        this.connections = connections;
        this.toolRegistry = toolRegistry;
        this.workspaceAuthorization = workspaceAuthorization;
        this.agentCreationPolicy = agentCreationPolicy;
        this.guard = guard;
        this.outbox = outbox;
        this.transactionRunner = transactionRunner;
        this.clock = clock;
    }

    /** Checks that the person may create agents. Answers "not found" to people who are not members. */
    void requireCreator(WorkspaceId workspace, UserId by) {
        agentCreationPolicy.requireAllowed(workspaceAuthorization.requireMember(workspace, by));
    }

    Agent draft(WorkspaceId workspace, String name, AgentDefinition draft, UserId by) {
        agentCreationPolicy.requireAllowed(workspaceAuthorization.requireMember(workspace, by));
        check(workspace, draft);
        return transactionRunner.call(() -> {
            workspaceAuthorization.lockMembership(workspace, by);
            requireBelowLimit(workspace);
            return saveRevision(Agent.drafted(workspace, name, draft, by, clock.instant()), by);
        });
    }

    private void requireBelowLimit(WorkspaceId workspace) {
        guard.write("agents", workspace);
        if (agents.countByWorkspaceId(workspace) >= MAX) {
            throw new TooManyAgents(MAX);
        }
    }

    /** Changes the draft. When nothing changes, no revision is stored. */
    Agent change(
            WorkspaceId workspace,
            AgentId id,
            ExpectedVersion expected,
            Function<Agent, AgentUpdate> change,
            UserId by) {
        var member = workspaceAuthorization.requireMember(workspace, by);
        return transactionRunner.call(() -> {
            var agent = agent(workspace, id);
            agentCreationPolicy.requireAllowed(member);
            expected.check(agent.versionNumber());
            var wanted = change.apply(agent);
            check(workspace, wanted.draft());
            var changed = agent.changed(wanted.name(), wanted.draft(), member, clock.instant());
            return changed.equals(agent) ? agent : saveRevision(changed, by);
        });
    }

    AgentVersion publish(WorkspaceId workspace, AgentId id, ExpectedVersion expected, UserId by) {
        var member = workspaceAuthorization.requireMember(workspace, by);
        return transactionRunner.call(() -> {
            var agent = agent(workspace, id);
            agentCreationPolicy.requireAllowed(member);
            expected.check(agent.versionNumber());
            check(workspace, agent.draft());
            var published = agents.save(agent.publish(member, clock.instant()));
            outbox.append(published.publishedEvent(by), published.published());
            return versions.save(published.newestVersion(by, clock.instant()));
        });
    }

    Agent get(WorkspaceId workspace, AgentId id, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        return agent(workspace, id);
    }

    CursorPage<Agent> list(WorkspaceId workspace, CursorPageRequest page, UserId by) {
        workspaceAuthorization.requireMember(workspace, by);
        var limit = Limit.of(page.limitPlusOne());
        var read = page.cursor() == null
                ? agents.findByWorkspaceIdOrderByIdDesc(workspace, limit)
                : agents.findByWorkspaceIdAndIdLessThanOrderByIdDesc(
                        workspace, page.cursor().id(0, AgentId.class), limit);
        return CursorPage.of(read, page, agent -> PageCursorCodec.of(agent.id()));
    }

    CursorPage<AgentVersion> versions(WorkspaceId workspace, AgentId id, CursorPageRequest page, UserId by) {
        get(workspace, id, by);
        var read = versions.findByWorkspaceIdAndAgentIdAndNumberLessThanOrderByNumberDesc(
                workspace, id, before(page), Limit.of(page.limitPlusOne()));
        return CursorPage.of(read, page, version -> PageCursorCodec.of(version.number()));
    }

    CursorPage<AgentRevision> changes(WorkspaceId workspace, AgentId id, CursorPageRequest page, UserId by) {
        get(workspace, id, by);
        var read = changes.findByWorkspaceIdAndAgentIdAndRevisionLessThanOrderByRevisionDesc(
                workspace, id, before(page), Limit.of(page.limitPlusOne()));
        return CursorPage.of(read, page, change -> PageCursorCodec.of(change.revision()));
    }

    private static int before(CursorPageRequest page) {
        return page.cursor() == null ? Integer.MAX_VALUE : page.cursor().as(0, Integer::valueOf);
    }

    private Agent agent(WorkspaceId workspace, AgentId id) {
        return agents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
    }

    private Agent saveRevision(Agent agent, UserId by) {
        changes.save(AgentRevision.of(agent, by));
        return agents.save(agent);
    }

    private void check(WorkspaceId workspace, AgentDefinition draft) {
        for (int i = 0; i < draft.tools().size(); i++) {
            if (toolRegistry.named(draft.tools().get(i).tool()).isEmpty()) {
                throw InvalidInput.of("tools[" + i + "].tool", "must be the name of a tool, see GET …/tools");
            }
        }
        if (!connections.has(workspace, draft.modelConnectionId())) {
            throw InvalidInput.of("model", ModelReference.RULE);
        }
    }

    /** The new name and draft of an agent. */
    record AgentUpdate(String name, AgentDefinition draft) {}
}
