/** Kafka as all services use it: topics from the catalogue, CloudEvents headers, producers and consumers. */
@NullMarked
package dev.atelier.kit.kafka;

import org.jspecify.annotations.NullMarked;
