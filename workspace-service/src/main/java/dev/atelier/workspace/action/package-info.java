/** Work items of a project: created, edited without silent overwriting, commented, listed. */
@ApplicationModule(allowedDependencies = {"deletion", "event", "membership", "people", "project"})
@NullMarked
package dev.atelier.workspace.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
