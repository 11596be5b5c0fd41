/** What people agree to and take back, purpose by purpose, with its history (I7). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
