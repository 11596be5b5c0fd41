/** Sessions: cutting people off before their tokens run out. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.atelier.identity.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
