/** Legal documents with their versions: published by operators, read by everybody, accepted by people and for workspaces (I8). */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.legal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
