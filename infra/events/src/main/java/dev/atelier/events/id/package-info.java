/** Typed identifiers, so that a project is never taken for a workspace. */
@NullMarked
package dev.atelier.events.id;

import org.jspecify.annotations.NullMarked;
