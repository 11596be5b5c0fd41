/** A mail catcher: an SMTP server that stores every mail as a file and delivers none. */
@NullMarked
package dev.atelier.backing.mail;

import org.jspecify.annotations.NullMarked;
