package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;

/** Response bodies for agents. */
final class AgentResponses {
    private AgentResponses() {}

    /** An agent's instructions, model, tools and limits. */
    record AgentDefinitionResponse(String instructions, String model, List<AllowedTool> tools, RunLimits limits) {
        static AgentDefinitionResponse of(AgentDefinition definition) {
            return new AgentDefinitionResponse(
                    definition.instructions(),
                    ModelReference.of(definition.modelConnectionId()),
                    definition.tools(),
                    definition.limits());
        }
    }

    /**
     * An agent and its draft.
     *
     * @param revision number of the current draft revision
     * @param publishedVersion number of the newest version, 0 when none is published
     */
    record AgentResponse(
            AgentId id,
            String name,
            AgentDefinitionResponse draft,
            int revision,
            int publishedVersion,
            UserId createdBy,
            Instant createdAt,
            Instant changedAt,
            long version) {
        static AgentResponse of(Agent agent) {
            return new AgentResponse(
                    agent.id(),
                    agent.name(),
                    AgentDefinitionResponse.of(agent.draft()),
                    agent.revision(),
                    agent.published(),
                    agent.createdBy(),
                    agent.createdAt(),
                    agent.changedAt(),
                    agent.versionNumber());
        }
    }

    /** A published version. */
    record AgentVersionResponse(
            AgentId agentId,
            int number,
            String name,
            AgentDefinitionResponse definition,
            int revision,
            UserId publishedBy,
            Instant publishedAt) {
        static AgentVersionResponse of(AgentVersion version) {
            return new AgentVersionResponse(
                    version.agentId(),
                    version.number(),
                    version.name(),
                    AgentDefinitionResponse.of(version.definition()),
                    version.revision(),
                    version.publishedBy(),
                    version.publishedAt());
        }
    }

    /** A stored revision of a draft. */
    record AgentRevisionResponse(
            int revision, String name, AgentDefinitionResponse draft, UserId changedBy, Instant changedAt) {
        static AgentRevisionResponse of(AgentRevision change) {
            return new AgentRevisionResponse(
                    change.revision(),
                    change.name(),
                    AgentDefinitionResponse.of(change.draft()),
                    change.by(),
                    change.at());
        }
    }
}
