/** What the deletions of actions, projects and workspaces have in common: the typed name and how far they are (W6). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.deletion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
