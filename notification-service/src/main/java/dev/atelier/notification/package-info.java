/** Notifies users by e-mail and other systems by webhooks. */
@NullMarked
package dev.atelier.notification;

import org.jspecify.annotations.NullMarked;
