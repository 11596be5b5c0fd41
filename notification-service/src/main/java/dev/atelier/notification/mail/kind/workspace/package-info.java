/** Kinds of mail about a workspace, its projects and its members. */
@NullMarked
package dev.atelier.notification.mail.kind.workspace;

import org.jspecify.annotations.NullMarked;
