/** Keycloak's admin API, as far as we need it: people, their sign-in, and stored events. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.keycloak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
