package dev.atelier.workspace.action;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change, and when.
 *
 * @param run the run that acts for the person; null if they act themselves
 */
record ActionAuthor(UserId person, @Nullable RunId run, Instant at) {}
