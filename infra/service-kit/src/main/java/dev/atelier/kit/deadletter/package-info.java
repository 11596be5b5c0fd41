/** What a service could not handle, kept in its own database with its origin, for an operator to see. */
@NullMarked
package dev.atelier.kit.deadletter;

import org.jspecify.annotations.NullMarked;
