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

/** One stored revision of an agent's draft. */
@Document("agentChanges")
@TypeAlias("agent-change")
@CompoundIndex(def = "{workspaceId: 1, agentId: 1, revision: -1}", unique = true)
record AgentRevision(
        @Id @NotPersonal("agent and revision") String id,
        WorkspaceId workspaceId,
        AgentId agentId,
        int revision,
        @NotPersonal("the display name of a thing") String name,
        AgentDefinition draft,
        UserId by,
        Instant at)
        implements WorkspaceOwned {
    static AgentRevision of(Agent agent, UserId by) {
        return new AgentRevision(
                agent.id() + ":" + agent.revision(),
                agent.workspaceId(),
                agent.id(),
                agent.revision(),
                agent.name(),
                agent.draft(),
                by,
                agent.changedAt());
    }
}
