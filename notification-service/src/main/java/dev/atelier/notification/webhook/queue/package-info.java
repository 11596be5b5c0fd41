/** Claims deliveries and stores their results, so that no two processes send the same delivery and none is lost. */
@NullMarked
package dev.atelier.notification.webhook.queue;

import org.jspecify.annotations.NullMarked;
