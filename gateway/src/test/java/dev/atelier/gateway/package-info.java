/** Tests of the door: real upstreams over HTTP, real Kafka. */
@NullMarked
package dev.atelier.gateway;

import org.jspecify.annotations.NullMarked;
