/** Photos and other files of actions: upload, list, download, deletion (W5). */
@ApplicationModule(allowedDependencies = {"action", "plan", "usage", "workspace"})
@NullMarked
package dev.atelier.workspace.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
