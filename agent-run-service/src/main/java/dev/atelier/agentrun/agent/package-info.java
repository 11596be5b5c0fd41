/** Agents: a draft that changes, and published versions that never do. */
@ApplicationModule(allowedDependencies = {"model", "tool"})
@NullMarked
package dev.atelier.agentrun.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
