/** Tools that agents may call, each with a schema, retry semantics and a default approval rule. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.agentrun.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
