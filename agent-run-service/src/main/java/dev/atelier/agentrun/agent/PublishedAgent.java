package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;

/** A published version of an agent, as runs use it. It never changes. */
public record PublishedAgent(AgentId id, int number, String name, AgentDefinition definition) {}
