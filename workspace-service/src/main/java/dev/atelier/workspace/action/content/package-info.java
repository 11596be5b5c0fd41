/** The editable content of actions, with its limits. */
@NullMarked
package dev.atelier.workspace.action.content;

import org.jspecify.annotations.NullMarked;
