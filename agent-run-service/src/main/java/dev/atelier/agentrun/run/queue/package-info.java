/** Starts of runs: admission, plan limits and queueing. */
@NullMarked
package dev.atelier.agentrun.run.queue;

import org.jspecify.annotations.NullMarked;
