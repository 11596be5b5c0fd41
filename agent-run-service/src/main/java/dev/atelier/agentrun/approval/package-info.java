/** Approvals: a run requests one, and a person with the right decides it. */
@ApplicationModule(allowedDependencies = {"run", "run :: journal", "tool"})
@NullMarked
package dev.atelier.agentrun.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
