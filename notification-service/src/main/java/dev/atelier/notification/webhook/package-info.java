/** Signed webhooks: send a workspace's events to other systems, in order per subject, with retries. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.notification.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
