@NullMarked
package dev.atelier.notification.webhook.sending;

import org.jspecify.annotations.NullMarked;
