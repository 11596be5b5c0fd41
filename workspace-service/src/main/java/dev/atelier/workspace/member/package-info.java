/** The members of a workspace: their list, removal, leaving, and handing over the management. */
@ApplicationModule(allowedDependencies = {"event", "membership", "people", "workspace"})
@NullMarked
package dev.atelier.workspace.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
