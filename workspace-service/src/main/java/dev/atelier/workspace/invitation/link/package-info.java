/** The links in invitation mails: what they say, signed. */
@NullMarked
package dev.atelier.workspace.invitation.link;

import org.jspecify.annotations.NullMarked;
