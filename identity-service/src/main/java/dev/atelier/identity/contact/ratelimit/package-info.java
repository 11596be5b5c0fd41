/** Rate limits of contact requests, by network address, e-mail address and account. */
@NullMarked
package dev.atelier.identity.contact.ratelimit;

import org.jspecify.annotations.NullMarked;
