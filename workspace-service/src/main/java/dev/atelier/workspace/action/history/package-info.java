/** The history of actions: who changed what, when, from which value to which. Entries are never changed. */
@NullMarked
package dev.atelier.workspace.action.history;

import org.jspecify.annotations.NullMarked;
