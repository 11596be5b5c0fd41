/** Which words of work items are found again by a search, in English and in French (W7). */
@NullMarked
package dev.atelier.workspace.action.search;

import org.jspecify.annotations.NullMarked;
