/** Proof of work for anonymous requests: expensive for bulk senders, and without third parties. */
@NullMarked
package dev.atelier.identity.contact.challenge;

import org.jspecify.annotations.NullMarked;
