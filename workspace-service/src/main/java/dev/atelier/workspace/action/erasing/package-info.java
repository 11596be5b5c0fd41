/** Removes the work items of what was deleted, and deletes single ones (W6). */
@NullMarked
package dev.atelier.workspace.action.erasing;

import org.jspecify.annotations.NullMarked;
