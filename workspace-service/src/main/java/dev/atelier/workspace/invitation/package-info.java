/** Invitations into a workspace by e-mail, and their acceptance. */
@ApplicationModule(allowedDependencies = {"fact", "membership", "people", "workspace"})
@NullMarked
package dev.atelier.workspace.invitation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
