/** Publication of versions by operators, and their announcement to active people. */
@NullMarked
@NamedInterface("publication")
package dev.atelier.identity.legal.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
