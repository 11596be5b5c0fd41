/** Stopping runs: by a person, or because the starter lost the right to them. */
@NullMarked
package dev.atelier.agentrun.run.stopping;

import org.jspecify.annotations.NullMarked;
