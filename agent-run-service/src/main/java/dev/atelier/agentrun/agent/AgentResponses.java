package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;

/** Agents as clients see them. */
final class AgentResponses {
    private AgentResponses() {}

    /** What an agent is told and may do. */
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
     * @param revision counts the draft's changes
     * @param publishedVersion the newest version's number, 0 where none was published
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

    /** A kept state of a draft. */
    record AgentRevisionResponse(int revision, String name, AgentDefinitionResponse draft, UserId by, Instant at) {
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
