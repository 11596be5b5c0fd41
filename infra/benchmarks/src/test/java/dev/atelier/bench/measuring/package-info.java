/** Percentiles, medians and the report, as they are read. */
@NullMarked
package dev.atelier.bench.measuring;

import org.jspecify.annotations.NullMarked;
