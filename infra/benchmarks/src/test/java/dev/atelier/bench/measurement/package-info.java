/** Tests of percentiles, medians and the report. */
@NullMarked
package dev.atelier.bench.measurement;

import org.jspecify.annotations.NullMarked;
