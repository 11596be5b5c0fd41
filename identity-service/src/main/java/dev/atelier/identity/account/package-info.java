/** Accounts: this service's copy of the directory's data, its own data, and how both are published. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.atelier.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
