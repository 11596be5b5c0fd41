package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.events.privacy.NotPersonal;

/** A tool that an agent may call, with its approval rule. */
public record AllowedTool(@NotPersonal("a tool's name") String tool, ApprovalRule approval) {}
