/** Who may receive mails: accounts and consents, projected from the events of identity-service. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.atelier.notification.recipient;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
