/** How an aggregate says what happened to it: one numbered fact a change, stored with it. */
@ApplicationModule(allowedDependencies = "auditlog")
@NullMarked
package dev.atelier.workspace.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
