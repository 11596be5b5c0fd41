/** Groups of people and their work: workspaces, members, projects and actions. */
@NullMarked
package dev.atelier.workspace;

import org.jspecify.annotations.NullMarked;
