/** Saved views of a project: named filters with a sort order (W7). */
@NullMarked
package dev.atelier.workspace.action.savedview;

import org.jspecify.annotations.NullMarked;
