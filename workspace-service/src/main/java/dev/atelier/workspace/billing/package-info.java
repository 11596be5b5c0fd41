/** The plan of a workspace, and what the operator and the payment provider say of it (W9). */
@ApplicationModule(allowedDependencies = {"membership", "plan", "workspace"})
@NullMarked
package dev.atelier.workspace.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
