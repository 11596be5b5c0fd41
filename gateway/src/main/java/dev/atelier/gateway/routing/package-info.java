/** Maps paths to services and forwards requests to them. */
@ApplicationModule(allowedDependencies = "revocation")
@NullMarked
package dev.atelier.gateway.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
