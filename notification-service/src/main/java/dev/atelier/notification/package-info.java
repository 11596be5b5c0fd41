/** What people and systems are told: e-mail and webhooks. */
@NullMarked
package dev.atelier.notification;

import org.jspecify.annotations.NullMarked;
