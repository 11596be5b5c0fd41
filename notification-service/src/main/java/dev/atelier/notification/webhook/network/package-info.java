/** Which addresses on the network a webhook may go to. */
@NullMarked
package dev.atelier.notification.webhook.network;

import org.jspecify.annotations.NullMarked;
