/** Operators deactivate and reactivate accounts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.deactivation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
