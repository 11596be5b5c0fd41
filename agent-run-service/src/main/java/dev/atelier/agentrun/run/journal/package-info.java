/** The append-only journal of a run: its events in order, each written once. */
@NullMarked
@NamedInterface("journal")
package dev.atelier.agentrun.run.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
