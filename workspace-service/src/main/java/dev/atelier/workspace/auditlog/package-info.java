/** Who did what, when, in a workspace (W10): a note of each fact about it, for its manager to read and to take away. */
@ApplicationModule(allowedDependencies = "people")
@NullMarked
package dev.atelier.workspace.auditlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
