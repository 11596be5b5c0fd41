/** The audit log of a workspace: records who did what and when, for the manager to read and export. */
@ApplicationModule(allowedDependencies = "people")
@NullMarked
package dev.atelier.workspace.auditlog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
