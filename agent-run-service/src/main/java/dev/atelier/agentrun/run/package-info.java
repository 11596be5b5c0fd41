/** Runs of agents: their state, state transitions and published events. */
@ApplicationModule(allowedDependencies = {"agent", "tool"})
@NullMarked
package dev.atelier.agentrun.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
