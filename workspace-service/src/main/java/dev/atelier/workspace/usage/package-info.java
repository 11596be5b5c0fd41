/** How much of their plans workspaces use, and the event when a limit is reached. */
@ApplicationModule(allowedDependencies = {"plan", "workspace"})
@NullMarked
package dev.atelier.workspace.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
