/** What is written into work items, without Spring. */
@NullMarked
package dev.atelier.workspace.action.content;

import org.jspecify.annotations.NullMarked;
