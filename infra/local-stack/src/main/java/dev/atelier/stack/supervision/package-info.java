/** Supervises the parts of a stack: restarts those that died, except during a planned outage. */
@NullMarked
package dev.atelier.stack.supervision;

import org.jspecify.annotations.NullMarked;
