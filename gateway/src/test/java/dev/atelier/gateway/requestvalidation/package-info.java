/** What a client sends, looked at alone. */
@NullMarked
package dev.atelier.gateway.requestvalidation;

import org.jspecify.annotations.NullMarked;
