/** Refuses requests of users who must accept a legal document first. */
@NullMarked
@ApplicationModule(allowedDependencies = "identity")
package dev.atelier.gateway.acceptance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
