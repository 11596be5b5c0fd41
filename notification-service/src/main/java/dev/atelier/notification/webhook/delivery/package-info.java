/** One event for one endpoint, and the log of the tries to bring it there. */
@NullMarked
package dev.atelier.notification.webhook.delivery;

import org.jspecify.annotations.NullMarked;
