/** Tests of sending mails through an SMTP server. */
@NullMarked
package dev.atelier.notification.mail.smtp;

import org.jspecify.annotations.NullMarked;
