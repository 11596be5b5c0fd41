/** Benchmark of sign-ins, and of the time until all services know a new user. */
@NullMarked
package dev.atelier.bench.identity;

import org.jspecify.annotations.NullMarked;
