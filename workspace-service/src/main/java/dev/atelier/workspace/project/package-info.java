/** Projects of a workspace and their participants. */
@ApplicationModule(allowedDependencies = {"deletion", "event", "membership", "people", "workspace"})
@NullMarked
package dev.atelier.workspace.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
