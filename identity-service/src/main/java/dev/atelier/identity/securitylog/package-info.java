/** Who signed in or failed to, which rights and credentials changed, and what operators did (I10): a chain that nobody changes unseen. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "keycloak", "sync"})
package dev.atelier.identity.securitylog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
