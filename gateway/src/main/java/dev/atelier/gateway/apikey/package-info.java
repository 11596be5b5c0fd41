/** Keys of service accounts come in, short tokens of the realm go on (I12); no key goes further than this. */
@ApplicationModule(allowedDependencies = {"identity", "revocation"})
@NullMarked
package dev.atelier.gateway.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
