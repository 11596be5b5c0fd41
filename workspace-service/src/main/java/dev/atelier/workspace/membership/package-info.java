/** Who belongs to which workspace: one row for each person and workspace, for ever. */
@ApplicationModule(allowedDependencies = "event")
@NullMarked
package dev.atelier.workspace.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
