/** Tests of the queue of mails and of its workers. */
@NullMarked
package dev.atelier.notification.mail.queue;

import org.jspecify.annotations.NullMarked;
