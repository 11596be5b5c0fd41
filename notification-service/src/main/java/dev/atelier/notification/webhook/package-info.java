/** Signed webhooks: a workspace's events told to other systems, in order per subject, until they have them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.notification.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
