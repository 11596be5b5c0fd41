/** Benchmark of webhook deliveries, and of the effect of a hanging consumer on others. */
@NullMarked
package dev.atelier.bench.webhooks;

import org.jspecify.annotations.NullMarked;
