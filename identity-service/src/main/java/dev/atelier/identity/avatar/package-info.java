/** The picture that a person shows to those they work with (I2, I3). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.avatar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
