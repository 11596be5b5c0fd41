/** A system of a benchmark's own, with people in it, and an HTTP client that costs little. */
@NullMarked
package dev.atelier.bench.system;

import org.jspecify.annotations.NullMarked;
