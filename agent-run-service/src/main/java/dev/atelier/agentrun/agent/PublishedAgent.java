package dev.atelier.agentrun.agent;

import dev.atelier.events.id.AgentId;

/** A version of an agent that runs; never changes. */
public record PublishedAgent(AgentId id, int number, String name, AgentDefinition definition) {}
