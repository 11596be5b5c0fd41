/** What one instance tells the others, looked at alone. */
@NullMarked
package dev.atelier.gateway.ratelimit.sharing;

import org.jspecify.annotations.NullMarked;
