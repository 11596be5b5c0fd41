/** Typed identifiers, so that the compiler distinguishes the id of a project from that of a workspace. */
@NullMarked
package dev.atelier.events.id;

import org.jspecify.annotations.NullMarked;
