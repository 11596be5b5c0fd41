/** Tests of the texts of mails. */
@NullMarked
package dev.atelier.notification.mail.rendering;

import org.jspecify.annotations.NullMarked;
