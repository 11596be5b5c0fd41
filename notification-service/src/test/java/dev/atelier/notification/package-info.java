/** The whole notification-service on real parts. */
@NullMarked
package dev.atelier.notification;

import org.jspecify.annotations.NullMarked;
