/** Operators setting people's status, the ring round the avatar (I4). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
