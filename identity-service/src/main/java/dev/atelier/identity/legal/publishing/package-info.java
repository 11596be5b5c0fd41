/** Operators publishing versions, and the mails to who was active. */
@NullMarked
@NamedInterface("publishing")
package dev.atelier.identity.legal.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
