/** The gateway's own requests to identity-service. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.atelier.gateway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
