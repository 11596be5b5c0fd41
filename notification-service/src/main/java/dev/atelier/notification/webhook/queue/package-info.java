/** Who may send what now, and what came of it, so that no two processes send the same and nothing is forgotten. */
@NullMarked
package dev.atelier.notification.webhook.queue;

import org.jspecify.annotations.NullMarked;
