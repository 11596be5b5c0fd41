package dev.atelier.agentrun.approval;

import dev.atelier.events.AgentRunEvent.Approver;
import dev.atelier.events.id.ApprovalId;

/** A tool call for which a run requests an approval. */
public record ApprovalRequest(
        ApprovalId approval, String call, String tool, String summary, String arguments, Approver approver) {}
