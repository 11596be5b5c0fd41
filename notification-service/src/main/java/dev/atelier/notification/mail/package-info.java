/** Mails: queued with the fact that they tell, written when they are sent, handed over once. */
@ApplicationModule(allowedDependencies = {"recipient", "webhook"})
@NullMarked
package dev.atelier.notification.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
