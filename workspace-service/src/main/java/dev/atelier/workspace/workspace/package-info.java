/** The workspace itself: its name, its one manager, and whom the management is offered to. */
@ApplicationModule(allowedDependencies = {"auditlog", "deletion", "event", "membership", "plan"})
@NullMarked
package dev.atelier.workspace.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
