/** What the deletions of actions, projects and workspaces share: confirmation by name and progress. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
