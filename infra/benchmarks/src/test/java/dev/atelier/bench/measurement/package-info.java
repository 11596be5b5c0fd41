/** Percentiles, medians and the report, as they are read. */
@NullMarked
package dev.atelier.bench.measurement;

import org.jspecify.annotations.NullMarked;
