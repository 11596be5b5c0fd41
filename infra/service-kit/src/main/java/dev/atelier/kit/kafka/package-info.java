/** Kafka for all services: the topics of the catalogue, CloudEvents headers, producers and consumers. */
@NullMarked
package dev.atelier.kit.kafka;

import org.jspecify.annotations.NullMarked;
