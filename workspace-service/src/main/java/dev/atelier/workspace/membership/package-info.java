/** Memberships: one document for each person and workspace, which is kept after the membership ends. */
@ApplicationModule(allowedDependencies = "event")
@NullMarked
package dev.atelier.workspace.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
