/** Benchmark of the time from the publisher's commit of an event to the consumer's commit. */
@NullMarked
package dev.atelier.bench.events;

import org.jspecify.annotations.NullMarked;
