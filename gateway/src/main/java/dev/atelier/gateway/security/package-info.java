/** Token checks, security headers and CORS of the gateway. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
