/** Clients for the internal APIs of other services, with tokens, timeouts, limits, retries and circuit breakers. */
@NullMarked
package dev.atelier.kit.http;

import org.jspecify.annotations.NullMarked;
