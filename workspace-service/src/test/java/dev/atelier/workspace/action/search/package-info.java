/** What texts are found by. */
@NullMarked
package dev.atelier.workspace.action.search;

import org.jspecify.annotations.NullMarked;
