/** Tests of search terms. */
@NullMarked
package dev.atelier.workspace.action.search;

import org.jspecify.annotations.NullMarked;
