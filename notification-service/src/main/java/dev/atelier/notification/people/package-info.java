/** Who people are and whether they may be told something, as identity-service says. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.notification.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
