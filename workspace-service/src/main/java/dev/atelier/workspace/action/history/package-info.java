/** Who changed what on a work item, when, from what and to what. Entries are only ever added. */
@NullMarked
package dev.atelier.workspace.action.history;

import org.jspecify.annotations.NullMarked;
