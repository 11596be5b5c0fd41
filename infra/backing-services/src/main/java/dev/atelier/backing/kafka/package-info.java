/** Kafka as one node that is broker and controller in one. */
@NullMarked
package dev.atelier.backing.kafka;

import org.jspecify.annotations.NullMarked;
