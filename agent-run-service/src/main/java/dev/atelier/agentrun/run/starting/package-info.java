/** Starting runs, by hand and by API. */
@NullMarked
package dev.atelier.agentrun.run.starting;

import org.jspecify.annotations.NullMarked;
