@NullMarked
package dev.atelier.notification.webhook.dispatch;

import org.jspecify.annotations.NullMarked;
