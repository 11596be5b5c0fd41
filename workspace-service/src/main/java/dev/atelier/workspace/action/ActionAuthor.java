package dev.atelier.workspace.action;

import dev.atelier.events.id.RunId;
import dev.atelier.events.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who writes, and when.
 *
 * @param run the run that writes for the person; null where they do it themselves
 */
record ActionAuthor(UserId person, @Nullable RunId run, Instant at) {}
