package dev.atelier.agentrun.agent;

import dev.atelier.agentrun.tool.ApprovalRule;
import dev.atelier.events.privacy.NotPersonal;

/** A tool that an agent may call, and who must approve. */
public record AllowedTool(@NotPersonal("a tool's name") String tool, ApprovalRule approval) {}
