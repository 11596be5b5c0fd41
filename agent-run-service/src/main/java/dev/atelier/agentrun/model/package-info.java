/** Models and how to reach them: the built-in one and every OpenAI-compatible endpoint, with the workspace's own key. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.agentrun.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
