/** Tests of actions, without Spring. */
@NullMarked
package dev.atelier.workspace.action;

import org.jspecify.annotations.NullMarked;
