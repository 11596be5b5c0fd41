/** Tests of requests that are done once. */
@NullMarked
package dev.atelier.kit.idempotency;

import org.jspecify.annotations.NullMarked;
