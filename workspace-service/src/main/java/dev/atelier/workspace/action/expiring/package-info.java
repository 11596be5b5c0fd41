/** Deletes work that is done at the end of its time (W8). */
@NullMarked
package dev.atelier.workspace.action.expiring;

import org.jspecify.annotations.NullMarked;
