/** Where a workspace's webhooks go, what each endpoint wants to hear, and whether it is paused. */
@NullMarked
package dev.atelier.notification.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
