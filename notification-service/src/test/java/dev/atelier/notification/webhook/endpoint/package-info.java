@NullMarked
package dev.atelier.notification.webhook.endpoint;

import org.jspecify.annotations.NullMarked;
