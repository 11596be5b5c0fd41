/** Percentiles, processor time, journalled writes and the report of a benchmark. */
@NullMarked
package dev.atelier.bench.measurement;

import org.jspecify.annotations.NullMarked;
