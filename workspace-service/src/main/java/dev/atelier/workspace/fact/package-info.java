/** How an aggregate says what happened to it: one numbered fact a change, stored with it. */
@ApplicationModule(allowedDependencies = {"activity"})
@NullMarked
package dev.atelier.workspace.fact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
