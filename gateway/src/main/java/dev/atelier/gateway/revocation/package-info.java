/** Refuses tokens of revoked users and sessions within a second, and closes their open streams. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.gateway.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
