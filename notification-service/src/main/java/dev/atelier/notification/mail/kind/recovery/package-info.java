/** Kinds of mail about the steps of recovering an account. */
@NullMarked
package dev.atelier.notification.mail.kind.recovery;

import org.jspecify.annotations.NullMarked;
