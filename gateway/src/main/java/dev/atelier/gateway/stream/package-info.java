/** Limits open event streams per user, per API client and per instance. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
