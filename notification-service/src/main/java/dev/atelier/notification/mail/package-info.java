/** Mails: queued with the fact that they tell, written when they are sent, handed over once. */
@ApplicationModule(allowedDependencies = {"consent", "people", "webhook"})
@NullMarked
package dev.atelier.notification.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
