/** How soon a removed member is refused everywhere while others work. */
@NullMarked
package dev.atelier.bench.removal;

import org.jspecify.annotations.NullMarked;
