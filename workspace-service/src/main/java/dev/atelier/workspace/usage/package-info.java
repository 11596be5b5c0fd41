/** How much of their plans workspaces use, and what is said when that is all (W9). */
@ApplicationModule(allowedDependencies = {"plan", "workspace"})
@NullMarked
package dev.atelier.workspace.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
