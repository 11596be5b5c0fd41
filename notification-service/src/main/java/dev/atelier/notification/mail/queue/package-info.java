/** The queue of mails and the workers that send them. */
@NullMarked
package dev.atelier.notification.mail.queue;

import org.jspecify.annotations.NullMarked;
