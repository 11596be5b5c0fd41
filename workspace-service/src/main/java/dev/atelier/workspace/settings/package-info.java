/** The manager reads and changes retention and who may create agents; members read it. */
@ApplicationModule(allowedDependencies = {"membership", "workspace"})
@NullMarked
package dev.atelier.workspace.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
