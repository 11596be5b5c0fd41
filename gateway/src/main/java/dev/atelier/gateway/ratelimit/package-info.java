/** How often one person, one token and one address may ask (G2). Each instance counts for itself. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
