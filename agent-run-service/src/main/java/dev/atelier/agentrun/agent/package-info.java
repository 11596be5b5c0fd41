/** Agents: an editable draft and immutable published versions. */
@ApplicationModule(allowedDependencies = {"model", "tool"})
@NullMarked
package dev.atelier.agentrun.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
