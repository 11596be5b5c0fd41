/** Holds people back who have yet to accept a legal document (I8). */
@NullMarked
@ApplicationModule(allowedDependencies = "identity")
package dev.atelier.gateway.acceptance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
