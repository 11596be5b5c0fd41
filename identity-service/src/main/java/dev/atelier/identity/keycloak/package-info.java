/** Adapters to Keycloak's admin API: people, credentials, sessions, stored events, and tokens of service accounts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "recovery", "serviceaccount :: token", "session"})
package dev.atelier.identity.keycloak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
