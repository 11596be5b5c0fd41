/** What people and runs write into a work item, and what of it may be written. */
@NullMarked
package dev.atelier.workspace.action.content;

import org.jspecify.annotations.NullMarked;
