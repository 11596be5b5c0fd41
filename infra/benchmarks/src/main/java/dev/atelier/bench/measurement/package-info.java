/** Percentiles, processor time, journal writes and the report of a benchmark. */
@NullMarked
package dev.atelier.bench.measurement;

import org.jspecify.annotations.NullMarked;
