/** Looks after the parts: starts again what has died, leaves alone what is to be down. */
@NullMarked
package dev.atelier.stack.supervision;

import org.jspecify.annotations.NullMarked;
