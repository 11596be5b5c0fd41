/** The usage of rate limits that the instances exchange through Kafka. */
@NullMarked
package dev.atelier.gateway.ratelimit.usage;

import org.jspecify.annotations.NullMarked;
