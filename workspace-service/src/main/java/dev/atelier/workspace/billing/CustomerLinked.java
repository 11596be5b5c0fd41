package dev.atelier.workspace.billing;

import dev.atelier.events.id.WorkspaceId;

/** A workspace was linked with a customer of the payment provider. Published within the transaction that links them. */
public record CustomerLinked(WorkspaceId workspaceId, String customer) {}
