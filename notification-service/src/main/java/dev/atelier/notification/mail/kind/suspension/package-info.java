/** The mail about what is suspended because a member has left. */
@NullMarked
package dev.atelier.notification.mail.kind.suspension;

import org.jspecify.annotations.NullMarked;
