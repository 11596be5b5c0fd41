/** Actions of a project: creating, editing with version checks, comments, lists and search. */
@ApplicationModule(allowedDependencies = {"deletion", "event", "membership", "people", "project"})
@NullMarked
package dev.atelier.workspace.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
