/** Models and their connections: the built-in model and OpenAI-compatible endpoints with the workspace's own key. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.agentrun.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
