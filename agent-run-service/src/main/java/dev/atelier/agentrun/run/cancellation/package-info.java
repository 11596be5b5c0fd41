/** Stops runs: on a person's request, or because the starter lost the right to them. */
@NullMarked
package dev.atelier.agentrun.run.cancellation;

import org.jspecify.annotations.NullMarked;
