/** A separate system for a benchmark, with users, and an HTTP client with low overhead. */
@NullMarked
package dev.atelier.bench.system;

import org.jspecify.annotations.NullMarked;
