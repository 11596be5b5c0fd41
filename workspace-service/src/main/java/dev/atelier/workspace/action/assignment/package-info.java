/** Unassigns people who left a project from its actions. */
@NullMarked
package dev.atelier.workspace.action.assignment;

import org.jspecify.annotations.NullMarked;
