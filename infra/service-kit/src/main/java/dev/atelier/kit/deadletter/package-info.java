/** What a service could not handle, kept in its own database with its origin, for an operator to see, replay or drop. */
@NullMarked
package dev.atelier.kit.deadletter;

import org.jspecify.annotations.NullMarked;
