/** What a client sends, looked at alone. */
@NullMarked
package dev.atelier.gateway.intake;

import org.jspecify.annotations.NullMarked;
