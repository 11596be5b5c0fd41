/** Tests of the whole notification-service with real MongoDB, Kafka and SMTP. */
@NullMarked
package dev.atelier.notification;

import org.jspecify.annotations.NullMarked;
