/** Who comes, goes and takes over: the members of a workspace, their removal and departure, handing over. */
@ApplicationModule(allowedDependencies = {"event", "membership", "people", "workspace"})
@NullMarked
package dev.atelier.workspace.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
