/** Search terms of actions, in English and French. */
@NullMarked
package dev.atelier.workspace.action.search;

import org.jspecify.annotations.NullMarked;
