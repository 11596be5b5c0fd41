/** Requests of strangers and of signed-in people to the operator, who answers by mail or closes them (I11). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
