/** What a workspace may use: plans with their limits, and what is refused beyond them (W9). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
