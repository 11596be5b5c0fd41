/** Fault injection: random parts die, hang or are down under load, and a consistency check follows. */
@NullMarked
package dev.atelier.chaos;

import org.jspecify.annotations.NullMarked;
