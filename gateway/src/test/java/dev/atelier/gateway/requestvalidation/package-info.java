/** Unit tests of request validation. */
@NullMarked
package dev.atelier.gateway.requestvalidation;

import org.jspecify.annotations.NullMarked;
