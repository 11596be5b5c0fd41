/** Tests of the mail with security alarms. */
@NullMarked
package dev.atelier.notification.mail.kind.alarm;

import org.jspecify.annotations.NullMarked;
