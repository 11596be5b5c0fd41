/** Starting runs, by hand and by API. */
@NullMarked
package dev.atelier.agentrun.run.queue;

import org.jspecify.annotations.NullMarked;
