/** Benchmark of the gateway's latency. */
@NullMarked
package dev.atelier.bench.gateway;

import org.jspecify.annotations.NullMarked;
