package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import java.util.List;

/** Agents as clients see them. */
final class AgentViews {
    private AgentViews() {}

    /** What an agent is told and may do. */
    record DefinitionView(String instructions, String model, List<ToolUse> tools, Limits limits) {
        static DefinitionView of(Definition definition) {
            return new DefinitionView(
                    definition.instructions(),
                    ModelName.of(definition.modelConnectionId()),
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
    record AgentView(
            AgentId id,
            String name,
            DefinitionView draft,
            int revision,
            int publishedVersion,
            UserId createdBy,
            Instant createdAt,
            Instant changedAt,
            long version) {
        static AgentView of(Agent agent) {
            return new AgentView(
                    agent.id(),
                    agent.name(),
                    DefinitionView.of(agent.draft()),
                    agent.revision(),
                    agent.published(),
                    agent.createdBy(),
                    agent.createdAt(),
                    agent.changedAt(),
                    agent.versionNumber());
        }
    }

    /** A published version. */
    record VersionView(
            AgentId agentId,
            int number,
            String name,
            DefinitionView definition,
            int revision,
            UserId publishedBy,
            Instant publishedAt) {
        static VersionView of(AgentVersion version) {
            return new VersionView(
                    version.agentId(),
                    version.number(),
                    version.name(),
                    DefinitionView.of(version.definition()),
                    version.revision(),
                    version.publishedBy(),
                    version.publishedAt());
        }
    }

    /** A kept state of a draft. */
    record ChangeView(int revision, String name, DefinitionView draft, UserId by, Instant at) {
        static ChangeView of(AgentChange change) {
            return new ChangeView(
                    change.revision(), change.name(), DefinitionView.of(change.draft()), change.by(), change.at());
        }
    }
}
