/** Tests of idempotent requests. */
@NullMarked
package dev.atelier.kit.idempotency;

import org.jspecify.annotations.NullMarked;
