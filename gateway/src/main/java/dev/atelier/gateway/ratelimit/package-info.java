/** How often one person, one token and one address may ask (G2). All instances together keep each limit. */
@ApplicationModule(allowedDependencies = "routing")
@NullMarked
package dev.atelier.gateway.ratelimit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
