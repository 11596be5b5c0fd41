/** Sends mails through the SMTP server and classifies its failures. */
@NullMarked
package dev.atelier.notification.mail.smtp;

import org.jspecify.annotations.NullMarked;
