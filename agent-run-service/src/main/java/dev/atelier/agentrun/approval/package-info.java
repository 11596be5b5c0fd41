/** Approvals: a run asks, a person with the right decides. */
@ApplicationModule(allowedDependencies = {"run", "run :: journal", "tool"})
@NullMarked
package dev.atelier.agentrun.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
