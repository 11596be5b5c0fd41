/** The people and outside systems at the gateway, as programs: requests with tokens, event streams, webhooks. */
@NullMarked
package dev.atelier.client;

import org.jspecify.annotations.NullMarked;
