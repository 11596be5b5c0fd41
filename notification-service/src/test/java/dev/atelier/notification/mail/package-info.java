/** Tests of the mail room without Spring. */
@NullMarked
package dev.atelier.notification.mail;

import org.jspecify.annotations.NullMarked;
