/** Texts of mails in the languages of their recipients, as plain text and HTML. */
@NullMarked
package dev.atelier.notification.mail.rendering;

import org.jspecify.annotations.NullMarked;
