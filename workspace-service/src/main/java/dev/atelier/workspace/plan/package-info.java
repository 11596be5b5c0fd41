/** Plans with their limits, and the refusals beyond them (W9). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
