/** Turns revoked people and tokens away within a second, and ends their open streams (G3). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.gateway.revocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
