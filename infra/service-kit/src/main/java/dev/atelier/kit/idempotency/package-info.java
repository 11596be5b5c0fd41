/** Requests that may be sent again and are done once. */
@NullMarked
package dev.atelier.kit.idempotency;

import org.jspecify.annotations.NullMarked;
