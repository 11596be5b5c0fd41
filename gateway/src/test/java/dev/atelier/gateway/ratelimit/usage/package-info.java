/** What one instance tells the others, looked at alone. */
@NullMarked
package dev.atelier.gateway.ratelimit.usage;

import org.jspecify.annotations.NullMarked;
