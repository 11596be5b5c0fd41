/** What an agent may call: tools with a schema, a declared nature and a rule of approval. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.agentrun.tool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
