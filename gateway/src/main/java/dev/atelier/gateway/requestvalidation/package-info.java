/** Validates requests and receives their bodies before a service is called. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.requestvalidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
