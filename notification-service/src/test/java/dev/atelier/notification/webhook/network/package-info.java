@NullMarked
package dev.atelier.notification.webhook.network;

import org.jspecify.annotations.NullMarked;
