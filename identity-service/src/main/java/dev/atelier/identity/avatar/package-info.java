/** Pictures that people show to those who share a workspace with them. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.avatar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
