/** When people signed in last, for what goes to those who are active. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.atelier.identity.lastsignin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
