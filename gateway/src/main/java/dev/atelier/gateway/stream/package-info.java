/** How many event streams may be open, of one person, one API client and in all. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
