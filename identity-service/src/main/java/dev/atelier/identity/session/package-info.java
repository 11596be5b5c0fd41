/** Sessions of people, and revocation of their tokens before expiry. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
