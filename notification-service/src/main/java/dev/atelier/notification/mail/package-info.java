/** Mails: queued in the transaction that handles the event, composed when they are sent, sent by claiming workers. */
@ApplicationModule(allowedDependencies = {"recipient", "webhook"})
@NullMarked
package dev.atelier.notification.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
