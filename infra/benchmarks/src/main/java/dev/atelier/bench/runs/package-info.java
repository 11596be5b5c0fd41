/** Benchmark of runs: one at a time, many at once, and how soon a dead worker's runs continue. */
@NullMarked
package dev.atelier.bench.runs;

import org.jspecify.annotations.NullMarked;
