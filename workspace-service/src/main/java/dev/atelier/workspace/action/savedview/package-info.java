/** Saved views of a project: named filters with a sort order. */
@NullMarked
package dev.atelier.workspace.action.savedview;

import org.jspecify.annotations.NullMarked;
