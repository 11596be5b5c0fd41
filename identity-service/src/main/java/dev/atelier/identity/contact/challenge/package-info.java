/** Work that a sender's machine does before a stranger's request is read: dear to who sends many, free of third parties (I11). */
@NullMarked
package dev.atelier.identity.contact.challenge;

import org.jspecify.annotations.NullMarked;
