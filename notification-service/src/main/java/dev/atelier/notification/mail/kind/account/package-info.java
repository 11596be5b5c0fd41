/** Kinds of mail about an account or to somebody without an account. */
@NullMarked
package dev.atelier.notification.mail.kind.account;

import org.jspecify.annotations.NullMarked;
