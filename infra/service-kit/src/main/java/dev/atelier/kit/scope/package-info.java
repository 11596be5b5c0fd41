/** What service accounts may do: which scope each route takes, and that the others are closed to them. */
@NullMarked
package dev.atelier.kit.scope;

import org.jspecify.annotations.NullMarked;
