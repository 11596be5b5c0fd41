/** Takes work from the hands of people who left a project. */
@NullMarked
package dev.atelier.workspace.action.assignment;

import org.jspecify.annotations.NullMarked;
