/** Runs of agents: started, listed, watched, cancelled; each one's state and its facts. */
@ApplicationModule(allowedDependencies = {"agent", "tool"})
@NullMarked
package dev.atelier.agentrun.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
