/** Deliveries of events to endpoints, and the log of their attempts. */
@NullMarked
package dev.atelier.notification.webhook.delivery;

import org.jspecify.annotations.NullMarked;
