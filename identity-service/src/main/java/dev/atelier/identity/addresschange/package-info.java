/** People changing their e-mail address: asked for here, proven by a link that is mailed to the new one, told to the old one (I2). */
@NullMarked
@ApplicationModule(allowedDependencies = "account")
package dev.atelier.identity.addresschange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
