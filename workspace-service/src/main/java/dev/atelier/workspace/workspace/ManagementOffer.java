package dev.atelier.workspace.workspace;

import dev.atelier.events.id.UserId;
import java.time.Instant;

/** The manager asks a member to take over. */
record ManagementOffer(UserId to, Instant at) {}
