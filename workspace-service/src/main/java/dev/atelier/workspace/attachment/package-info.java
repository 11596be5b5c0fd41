/** Photos and other files of actions: upload, list, download, deletion. */
@ApplicationModule(allowedDependencies = {"action", "plan", "usage", "workspace"})
@NullMarked
package dev.atelier.workspace.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
