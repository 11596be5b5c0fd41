/** Contact and support requests to the operator, who answers them by mail or closes them. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
