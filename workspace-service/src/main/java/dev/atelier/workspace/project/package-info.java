/** Projects of a workspace and who takes part in them. */
@ApplicationModule(allowedDependencies = {"deletion", "event", "membership", "people", "workspace"})
@NullMarked
package dev.atelier.workspace.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
