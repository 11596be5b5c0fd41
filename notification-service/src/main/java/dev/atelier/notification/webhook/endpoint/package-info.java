/** Webhook endpoints of a workspace: their address, their event filters, and whether they are paused. */
@NullMarked
package dev.atelier.notification.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
