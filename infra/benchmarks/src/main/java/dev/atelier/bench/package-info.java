/** Benchmarks of speed and resource usage, on separate systems on this machine. */
@NullMarked
package dev.atelier.bench;

import org.jspecify.annotations.NullMarked;
