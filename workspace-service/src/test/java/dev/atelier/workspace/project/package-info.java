/** Tests of projects, without Spring. */
@NullMarked
package dev.atelier.workspace.project;

import org.jspecify.annotations.NullMarked;
