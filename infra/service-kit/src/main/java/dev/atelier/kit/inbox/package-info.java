/** Consumption of events: each takes effect once and in order per subject, even when a process dies. */
@NullMarked
package dev.atelier.kit.inbox;

import org.jspecify.annotations.NullMarked;
