/** Sessions: where people are signed in, and cutting them off before their tokens run out. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
