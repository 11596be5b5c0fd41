/** Facts and states leave a service through its own database: appended in a transaction, relayed to Kafka in order. */
@NullMarked
package dev.atelier.kit.outbox;

import org.jspecify.annotations.NullMarked;
