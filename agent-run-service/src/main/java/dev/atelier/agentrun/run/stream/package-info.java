/** A run's journal as a stream of server-sent events. */
@NullMarked
package dev.atelier.agentrun.run.stream;

import org.jspecify.annotations.NullMarked;
