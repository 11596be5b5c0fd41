/** Service accounts: identities of a workspace's API clients, with their scopes and keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.serviceaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
