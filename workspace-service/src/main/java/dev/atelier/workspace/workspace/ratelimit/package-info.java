/** Limits how many workspaces a person creates, because each can send mails to people who did not ask for them. */
@NullMarked
package dev.atelier.workspace.workspace.ratelimit;

import org.jspecify.annotations.NullMarked;
