/** Executes runs durably, step by step: claims, leases, the decision about the next step, and its execution. */
@ApplicationModule(allowedDependencies = {"agent", "approval", "model", "run", "run :: journal", "tool"})
@NullMarked
package dev.atelier.agentrun.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
