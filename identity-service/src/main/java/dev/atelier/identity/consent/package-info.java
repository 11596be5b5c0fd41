/** Consents for each purpose, with their history. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
