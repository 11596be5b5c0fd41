/** What the manager decides for a workspace: how long things are kept and who may create agents (W8). */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.workspace.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
