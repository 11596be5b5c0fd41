/** Comments on actions. */
@NullMarked
package dev.atelier.workspace.action.comment;

import org.jspecify.annotations.NullMarked;
