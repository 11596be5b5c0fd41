/** Which purposes people have agreed to, as identity-service says (I7). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.notification.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
