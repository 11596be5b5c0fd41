/** Reading and changing one's own account. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
