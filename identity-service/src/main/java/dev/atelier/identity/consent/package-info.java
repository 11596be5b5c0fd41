/** Consents for each purpose, with their history (I7). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
