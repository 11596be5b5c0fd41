package dev.atelier.workspace.plan;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;

/** Returns how much of one limit a workspace uses now. Implemented by the feature that counts it. */
public interface UsageCounter {
    PlanLimitKind of();

    long used(WorkspaceId workspace);
}
