/** Deletes runs at the end of their time (W8). */
@NullMarked
package dev.atelier.agentrun.run.expiring;

import org.jspecify.annotations.NullMarked;
