/** Kinds of mail about runs of agents. */
@NullMarked
package dev.atelier.notification.mail.kind.run;

import org.jspecify.annotations.NullMarked;
