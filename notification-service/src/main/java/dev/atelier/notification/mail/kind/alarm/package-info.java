/** The mail with security alarms to the operators. */
@NullMarked
package dev.atelier.notification.mail.kind.alarm;

import org.jspecify.annotations.NullMarked;
