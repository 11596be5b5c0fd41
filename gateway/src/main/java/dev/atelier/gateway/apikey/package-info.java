/** Exchanges keys of service accounts for short-lived tokens of the realm; no key leaves the gateway. */
@ApplicationModule(allowedDependencies = {"identity", "revocation"})
@NullMarked
package dev.atelier.gateway.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
