package dev.atelier.agentrun.approval;

import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;

/** What a run asks a person about. */
public record ApprovalRequest(
        ApprovalId approval, String call, String tool, String summary, String arguments, Approver approver) {}
