/** How much may be written to the operator, from one place and in one name. */
@NullMarked
package dev.atelier.identity.contact.ratelimit;

import org.jspecify.annotations.NullMarked;
