/** The account of a person: our copy of who they are, what is our own about them, and how both become known. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.atelier.identity.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
