/** Consumes events and queues one delivery for each subscribed endpoint. */
@NullMarked
package dev.atelier.notification.webhook.fanout;

import org.jspecify.annotations.NullMarked;
