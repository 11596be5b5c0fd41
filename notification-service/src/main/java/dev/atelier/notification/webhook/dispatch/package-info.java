/** Sends deliveries: the head of each stream, signed, with retries, without one endpoint delaying another. */
@NullMarked
package dev.atelier.notification.webhook.dispatch;

import org.jspecify.annotations.NullMarked;
