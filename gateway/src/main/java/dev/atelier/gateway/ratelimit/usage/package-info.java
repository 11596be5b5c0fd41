/** What each instance let in, told to the others. */
@NullMarked
package dev.atelier.gateway.ratelimit.usage;

import org.jspecify.annotations.NullMarked;
