/** Tests of the content of actions, without Spring. */
@NullMarked
package dev.atelier.workspace.action.content;

import org.jspecify.annotations.NullMarked;
