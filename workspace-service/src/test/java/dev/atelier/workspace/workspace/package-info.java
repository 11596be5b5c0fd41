/** Tests of the workspace, without Spring. */
@NullMarked
package dev.atelier.workspace.workspace;

import org.jspecify.annotations.NullMarked;
