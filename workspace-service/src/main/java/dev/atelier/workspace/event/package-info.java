/** Publishes the events of aggregates: one numbered event for each change, stored in the same transaction. */
@ApplicationModule(allowedDependencies = "auditlog")
@NullMarked
package dev.atelier.workspace.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
