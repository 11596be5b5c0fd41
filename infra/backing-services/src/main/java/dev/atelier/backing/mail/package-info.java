/** A mail catcher: an SMTP server that delivers nothing and keeps everything as files. */
@NullMarked
package dev.atelier.backing.mail;

import org.jspecify.annotations.NullMarked;
