/** Invitations to a workspace by e-mail, and their acceptance. */
@ApplicationModule(allowedDependencies = {"event", "membership", "people", "plan", "usage", "workspace"})
@NullMarked
package dev.atelier.workspace.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
