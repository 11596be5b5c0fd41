/** How fast it is and what it costs: benchmarks on systems of their own on this machine. */
@NullMarked
package dev.atelier.bench;

import org.jspecify.annotations.NullMarked;
