/**
 * Transactional outbox: a service stores events and states in its own transaction, and a relay publishes them to Kafka
 * once and in order.
 */
@NullMarked
package dev.atelier.kit.outbox;

import org.jspecify.annotations.NullMarked;
