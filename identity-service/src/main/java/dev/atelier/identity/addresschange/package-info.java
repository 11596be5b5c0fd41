/** Changes of e-mail addresses: confirmed by a link mailed to the new address, with a notice to the old one. */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.addresschange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
