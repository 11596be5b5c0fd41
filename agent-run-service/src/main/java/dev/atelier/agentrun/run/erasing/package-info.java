/** Removes the runs of deleted projects (W6). */
@NullMarked
package dev.atelier.agentrun.run.erasing;

import org.jspecify.annotations.NullMarked;
