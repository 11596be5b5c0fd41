/** Idempotent requests: a request that is sent again is executed once. */
@NullMarked
package dev.atelier.kit.idempotency;

import org.jspecify.annotations.NullMarked;
