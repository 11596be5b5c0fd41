/** What clients and other services read of runs. */
@NullMarked
package dev.atelier.agentrun.run.reading;

import org.jspecify.annotations.NullMarked;
