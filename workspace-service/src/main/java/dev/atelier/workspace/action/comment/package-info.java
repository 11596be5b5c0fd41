/** The conversation about a work item. */
@NullMarked
package dev.atelier.workspace.action.comment;

import org.jspecify.annotations.NullMarked;
