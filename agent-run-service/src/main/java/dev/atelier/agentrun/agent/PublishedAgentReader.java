package dev.atelier.agentrun.agent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.kit.problem.NotFound;
import org.springframework.stereotype.Component;

/** Reads the published versions of agents for runs. */
@Component
public class PublishedAgentReader {
    private static final int MOST_KEPT = 200;

    private final Cache<AgentVersionKey, PublishedAgent> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final AgentRepository agents;
    private final AgentVersionRepository versions;

    PublishedAgentReader(AgentRepository agents, AgentVersionRepository versions) {
        this.agents = agents;
        this.versions = versions;
    }

    /**
     * Returns the newest version, which a new run uses.
     *
     * @throws NotFound when the workspace has no such agent
     * @throws dev.atelier.kit.problem.Refusal when the agent was never published
     */
    public PublishedAgent newest(WorkspaceId workspace, AgentId id) {
        var agent = agents.findByWorkspaceIdAndId(workspace, id).orElseThrow(NotFound::new);
        if (agent.published() == 0) {
            throw new AgentNotPublished();
        }
        return version(workspace, id, agent.published());
    }

    /** Returns a version. The {@value #MOST_KEPT} most recently used versions are cached; they never change. */
    public PublishedAgent version(WorkspaceId workspace, AgentId id, int number) {
        return kept.get(new AgentVersionKey(workspace, id, number), this::stored);
    }

    private PublishedAgent stored(AgentVersionKey agentVersionKey) {
        return versions.findByWorkspaceIdAndAgentIdAndNumber(
                        agentVersionKey.workspace(), agentVersionKey.agent(), agentVersionKey.number())
                .map(AgentVersion::published)
                .orElseThrow(NotFound::new);
    }

    private record AgentVersionKey(WorkspaceId workspace, AgentId agent, int number) {}
}
