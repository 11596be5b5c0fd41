package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/** An offer of the manager to hand the management over to a member. */
record ManagementOffer(UserId userId, Instant offeredAt) {}
