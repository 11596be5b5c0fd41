package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import dev.atelier.events.id.WorkspaceId;
import dev.atelier.events.privacy.NotPersonal;
import dev.atelier.kit.mongo.WorkspaceOwned;
import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A published version of an agent. It never changes.
 *
 * @param number starts at 1, without gaps
 * @param revision the draft revision that was published
 */
@Document("agentVersions")
@TypeAlias("agent-version")
@CompoundIndex(def = "{workspaceId: 1, agentId: 1, number: -1}", unique = true)
record AgentVersion(
        @Id @NotPersonal("agent and number") String id,
        WorkspaceId workspaceId,
        AgentId agentId,
        int number,
        @NotPersonal("the display name of a thing") String name,
        AgentDefinition definition,
        int revision,
        UserId publishedBy,
        Instant publishedAt)
        implements WorkspaceOwned {
    static AgentVersion of(Agent agent, UserId by, Instant now) {
        return new AgentVersion(
                agent.id() + ":" + agent.published(),
                agent.workspaceId(),
                agent.id(),
                agent.published(),
                agent.name(),
                agent.draft(),
                agent.revision(),
                by,
                now);
    }

    PublishedAgent published() {
        return new PublishedAgent(agentId, number, name, definition);
    }
}
