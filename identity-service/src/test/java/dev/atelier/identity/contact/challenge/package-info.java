/** Tests of the package of the same name. */
@NullMarked
package dev.atelier.identity.contact.challenge;

import org.jspecify.annotations.NullMarked;
