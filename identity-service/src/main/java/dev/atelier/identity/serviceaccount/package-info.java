/** Service accounts (I12): what API clients of a workspace act as, what they may do, and their keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "session"})
package dev.atelier.identity.serviceaccount;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
