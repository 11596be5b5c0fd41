/** Operators shutting accounts and opening them again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.deactivation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
