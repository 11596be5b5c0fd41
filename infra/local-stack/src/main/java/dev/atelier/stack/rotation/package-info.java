/** Changes the master key of the running stack, from another process than its supervisor's. */
@NullMarked
package dev.atelier.stack.rotation;

import org.jspecify.annotations.NullMarked;
