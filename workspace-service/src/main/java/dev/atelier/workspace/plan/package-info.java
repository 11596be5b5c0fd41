/** Plans with their limits, and the refusals beyond them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
