/** Photos and files of work items: taken in, listed, given out, deleted (W5). */
@ApplicationModule(allowedDependencies = {"action", "plan", "usage", "workspace"})
@NullMarked
package dev.atelier.workspace.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
