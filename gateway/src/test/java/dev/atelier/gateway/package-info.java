/** Tests of the gateway with real services over HTTP and a real Kafka. */
@NullMarked
package dev.atelier.gateway;

import org.jspecify.annotations.NullMarked;
