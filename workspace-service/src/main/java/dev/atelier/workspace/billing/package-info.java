/** The plan and payment state of a workspace, as set by the operator and the payment provider. */
@ApplicationModule(allowedDependencies = {"membership", "plan", "workspace"})
@NullMarked
package dev.atelier.workspace.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
