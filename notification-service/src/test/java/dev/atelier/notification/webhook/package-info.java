@NullMarked
package dev.atelier.notification.webhook;

import org.jspecify.annotations.NullMarked;
