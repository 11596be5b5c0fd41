package dev.atelier.workspace.plan;

import dev.atelier.events.PlanLimitKind;
import dev.atelier.events.id.WorkspaceId;

/** Knows how much of one limit a workspace uses now; told by the part of this service that counts it. */
public interface UsageCounter {
    PlanLimitKind of();

    long used(WorkspaceId workspace);
}
