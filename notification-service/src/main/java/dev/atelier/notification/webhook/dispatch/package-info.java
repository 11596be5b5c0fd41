/** Deliveries go out: the head of each subject, signed, with patience, without one endpoint slowing another. */
@NullMarked
package dev.atelier.notification.webhook.dispatch;

import org.jspecify.annotations.NullMarked;
