/** What a client sends is understood and complete before anything is asked of a service (G2, G6). */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.requestvalidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
