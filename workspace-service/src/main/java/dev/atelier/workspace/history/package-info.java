/** Who changed what on a work item, when, from what and to what. Entries are only ever added. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
