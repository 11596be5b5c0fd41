/** Facts come in and become one delivery for each endpoint that wants to hear of them. */
@NullMarked
package dev.atelier.notification.webhook.fanout;

import org.jspecify.annotations.NullMarked;
