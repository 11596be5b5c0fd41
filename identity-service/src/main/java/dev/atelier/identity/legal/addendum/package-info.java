/** The data processing addendum, which managers accept for their workspaces. */
@NullMarked
package dev.atelier.identity.legal.addendum;

import org.jspecify.annotations.NullMarked;
