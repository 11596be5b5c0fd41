/** Projections of the states that other services own: the newest version per key, rebuilt from Kafka on request. */
@NullMarked
package dev.atelier.kit.state;

import org.jspecify.annotations.NullMarked;
