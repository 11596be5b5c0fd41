/** Operators publishing versions, and the mails to who was active. */
@NullMarked
@NamedInterface("publication")
package dev.atelier.identity.legal.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
