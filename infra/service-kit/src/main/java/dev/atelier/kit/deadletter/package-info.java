/**
 * Dead letters: records that a service could not handle, stored in its own database for an operator to see, replay or
 * drop.
 */
@NullMarked
package dev.atelier.kit.deadletter;

import org.jspecify.annotations.NullMarked;
