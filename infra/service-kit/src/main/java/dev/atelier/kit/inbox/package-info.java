/** Facts come into a service once in effect, in order per subject, whatever dies on the way. */
@NullMarked
package dev.atelier.kit.inbox;

import org.jspecify.annotations.NullMarked;
