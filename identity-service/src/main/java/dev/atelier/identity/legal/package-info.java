/**
 * Legal documents and their versions: operators publish them, everybody reads them, people and workspaces accept them
 *.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
