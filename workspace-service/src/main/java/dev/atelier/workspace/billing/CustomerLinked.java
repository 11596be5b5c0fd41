package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;

/** From now on a workspace pays as this customer of the payment provider. Published within the transaction that links them. */
public record CustomerLinked(WorkspaceId workspaceId, String customer) {}
