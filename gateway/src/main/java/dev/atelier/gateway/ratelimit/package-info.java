/** Rate limits per user, token and address. All instances keep each limit together. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
