/** Tests of the mail feature, most of them without Spring. */
@NullMarked
package dev.atelier.notification.mail;

import org.jspecify.annotations.NullMarked;
