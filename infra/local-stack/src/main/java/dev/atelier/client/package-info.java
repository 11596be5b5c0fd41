/** Clients of the gateway for demo, load and tests: requests with tokens, event streams, webhook consumers. */
@NullMarked
package dev.atelier.client;

import org.jspecify.annotations.NullMarked;
