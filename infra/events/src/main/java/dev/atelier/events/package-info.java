/** The messages that services publish on Kafka: every event and state record, and its envelope. */
@NullMarked
package dev.atelier.events;

import org.jspecify.annotations.NullMarked;
