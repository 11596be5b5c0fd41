/** Unit tests of exchanging the usage of rate limits. */
@NullMarked
package dev.atelier.gateway.ratelimit.usage;

import org.jspecify.annotations.NullMarked;
