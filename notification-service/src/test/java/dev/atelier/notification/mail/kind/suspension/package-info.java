/** Tests of the mail about suspended things. */
@NullMarked
package dev.atelier.notification.mail.kind.suspension;

import org.jspecify.annotations.NullMarked;
