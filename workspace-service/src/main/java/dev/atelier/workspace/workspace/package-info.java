/** The workspace itself: its name, its manager, and the offer to hand the management over. */
@ApplicationModule(allowedDependencies = {"auditlog", "deletion", "event", "membership", "plan"})
@NullMarked
package dev.atelier.workspace.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
