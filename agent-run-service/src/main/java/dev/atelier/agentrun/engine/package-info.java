/** Carries runs from step to step, durably: claims, leases, the decision what comes next, and doing it. */
@ApplicationModule(allowedDependencies = {"agent", "approval", "model", "run", "run :: journal", "tool"})
@NullMarked
package dev.atelier.agentrun.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
